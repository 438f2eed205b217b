import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import type { Sensitivity } from '@maillage/kernel'
import { sql } from 'kysely'
import { aBarrier, aMeeting, aNote, anAct, anAction, aReview, aWorkshop } from './modules/accompaniment/fixtures.ts'
import { anApplication, aReceiver } from './modules/applications/fixtures.ts'
import { aClient, aMission, anAvailability } from './modules/assignments/fixtures.ts'
import { anAdviser } from './modules/eligibility/fixtures.ts'
import { aNir, aNumber, aStay } from './modules/employment/fixtures.ts'
import { anAnswer, anExit, someHours } from './modules/exits/fixtures.ts'
import { aDiagnosis, aHire } from './modules/hiring/fixtures.ts'
import { anImmersion } from './modules/immersions/fixtures.ts'
import { aMember, anOrganisation } from './modules/organisations/fixtures.ts'
import type { Role } from './modules/organisations/index.ts'
import { aPass, aSuspension } from './modules/pass-iae/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit, givesAccess } from './modules/people/fixtures.ts'
import type { Circle } from './modules/people/index.ts'
import { inSpaceOf, openSpace } from './modules/privacy/fixtures.ts'
import { aConstraint, aMessage, anAttendance, aSighting, aSkill } from './modules/supervision/fixtures.ts'
import { read } from './platform/command/read.ts'
import type { Tx } from './platform/database/database.ts'
import { readAs } from './platform/testing/acting.ts'
import { databaseTest, type World } from './platform/testing/database-test.ts'
import { openBrowser } from './platform/testing/test-browser.ts'

/*
 * Who may see what of one person, row by row of FIELD §2, as far as the slices exist. The person is employed by an ACI and by an association
 * intermédiaire, was proposed to the ACI by a probation service, has a right once suspended for an illness. Two walls are looked at: what row
 * security gives of each table, and which pages open. A line says all that its reader reads: whatever is not in it is refused.
 */
const FACTS = {
  identity: "select 1 from person_name where person_id = $person and kind <> 'former'",
  'former name': "select 1 from person_name where person_id = $person and kind = 'former'",
  contact: 'select 1 from contact_version where person_id = $person',
  'legal representative': 'select 1 from legal_representative where person_id = $person',
  'who follows': 'select 1 from referent where person_id = $person',
  verdict: 'select 1 from diagnosis where person_id = $person',
  criteria: "select 1 from criterion where person_id = $person and sensitivity = 'ordinary'",
  'criteria of health': "select 1 from criterion where person_id = $person and sensitivity = 'health'",
  right: 'select 1 from pass where person_id = $person',
  'illness behind a suspension': "select 1 from pass_reason where person_id = $person and sensitivity = 'health'",
  'contract with the ACI': 'select 1 from contract_version where person_id = $person and organisation_id = $aci',
  'contract with the AI': 'select 1 from contract_version where person_id = $person and organisation_id = $ai',
  hire: 'select 1 from hire where person_id = $person and organisation_id = $aci',
  'hours at the ACI': 'select 1 from hours_version where person_id = $person and organisation_id = $aci',
  'availability for the ACI': 'select 1 from availability where person_id = $person',
  'mission from the ACI': 'select 1 from assignment where person_id = $person',
  'exit from the ACI': 'select 1 from exit_version where person_id = $person and organisation_id = $aci',
  'ordinary reason of an exit':
    "select 1 from exit_reason where person_id = $person and organisation_id = $aci and sensitivity = 'ordinary'",
  'illness behind an exit': "select 1 from exit_reason where person_id = $person and organisation_id = $aci and sensitivity = 'health'",
  immersion: 'select 1 from immersion where person_id = $person and organisation_id = $aci',
  'what became of them': 'select 1 from after_exit_answer where person_id = $person and organisation_id = $aci',
  barrier: "select 1 from barrier_version where person_id = $person and sensitivity = 'social'",
  review: 'select 1 from review where person_id = $person',
  'health said at a review': "select 1 from review_answer where person_id = $person and sensitivity = 'health'",
  'action of the plan': 'select 1 from pathway_action_version where person_id = $person',
  'step shared': 'select version from shared_step where person_id = $person',
  'barrier of health': "select 1 from barrier_version where person_id = $person and sensitivity = 'health'",
  'tripartite meeting': 'select 1 from tripartite_meeting where person_id = $person',
  'working note': 'select 1 from working_note where person_id = $person',
  attendance: 'select 1 from attendance_version where person_id = $person and organisation_id = $aci',
  act: 'select 1 from accompaniment_act where person_id = $person and workshop_id is null',
  'workshop where they were': 'select 1 from workshop',
  'what became of its next step': 'select 1 from next_step_outcome where person_id = $person',
  constraint: 'select 1 from work_constraint where person_id = $person',
  'word to the counsellor': 'select 1 from counsellor_message where person_id = $person',
  'skill seen': 'select 1 from skill_sighting where person_id = $person',
  'number of social security': 'select 1 from nir where person_id = $person',
  application: 'select 1 from application where person_id = $person and receiver_organisation_id = $aci',
  'probation service that sent it': 'select 1 from application_sender where application_id = $application',
} as const
type Fact = keyof typeof FACTS

/** The pages on which a reader may stand. */
const PAGES = ['person', 'right', 'hire', 'application received', 'application sent', 'number of social security'] as const
type PageName = (typeof PAGES)[number]

interface Reader {
  readonly accountId?: string
  /** In their own space */
  readonly oneself?: { readonly id: string }
}

async function aCriterion(tx: Tx, personId: string, diagnosisId: string, code: string, sensitivity: Sensitivity): Promise<void> {
  await sql`insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding)
    values (${randomUUIDv7()}, ${diagnosisId}, ${personId}, ${code}, 1, ${sensitivity}, 'established')`.execute(tx)
}

/** Everything that the rows below speak of. */
async function aPathway(tx: Tx) {
  const aci = await aReceiver(tx)
  const ai = await aReceiver(tx, { name: 'Entraide du Minervois', map: false })
  const spip = await anAdviser(tx, 'SPIP', 'SPIP de l’Aude')
  const person = await aPerson(tx, {
    organisation: spip.organisation,
    unit: spip.unit,
    formerName: 'Ancelot',
    phone: '06 39 98 00 00',
    address: '3 rue du Port',
  })
  await sql`insert into legal_representative (id, person_id, name, relation, until, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${person.id}, 'Awa Benali', 'mère', '2028-02-06', '2026-01-05T09:00:00Z', ${person.id})`.execute(tx)
  const sent = { person, sender: spip, sensitivity: 'justice' as const, senderName: 'Camille Roux, SPIP de l’Aude' }
  const application = await anApplication(tx, { ...sent, siae: aci.siae, receiver: aci.unit, state: 'accepted' })
  const toAi = await anApplication(tx, { ...sent, siae: ai.siae, receiver: ai.unit, state: 'accepted' })
  const hire = await aHire(tx, { ...aci, person, application })
  await aHire(tx, { ...ai, person, application: toAi })
  const diagnosis = await aDiagnosis(tx, person)
  await aCriterion(tx, person.id, diagnosis.id, 'DETLD', 'ordinary')
  await aCriterion(tx, person.id, diagnosis.id, 'AAH', 'health')
  const pass = await aPass(tx, person)
  await aSuspension(tx, person, pass, { first: '2026-03-02', last: '2026-03-31', reason: 'sickness', siaeId: aci.siae.id })
  await aReferent(tx, { ...aci, person, membershipId: aci.member.membershipId, accountId: aci.member.accountId })
  // Two earlier stays in the ACI: one ended without a job, one by a long illness.
  const first = await aStay(tx, { ...aci, person }, { entry: '2022-01-03', exit: '2022-06-30', last: '2022-06-30' })
  await someHours(tx, first, { month: '2022-03' })
  await anImmersion(tx, first, { first: '2022-04-04', last: '2022-04-15' })
  const exit = await anExit(tx, first, { exitOn: '2022-06-30', reason: 'unemployed' })
  await anAnswer(tx, exit, { on: '2022-12-30' })
  const second = await aStay(tx, { ...aci, person }, { entry: '2023-01-02', exit: '2023-06-30', last: '2023-06-30' })
  await anExit(tx, second, { exitOn: '2023-06-30', reason: 'long-illness' })
  await aNir(tx, { person, organisation: aci.organisation }, { number: aNumber('90', 1) })
  const noted = { person, organisation: aci.organisation, by: aci.member }
  const act = await anAct(tx, noted, { nextStep: 'Rappeler' })
  await sql`insert into next_step_outcome (id, act_id, rank, person_id, organisation_id, noted_by, outcome, reason, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${act.id}, 1, ${person.id}, ${aci.organisation.id}, ${aci.member.accountId}, 'dropped', 'not-come', '2026-11-04T09:00:00Z', ${aci.member.accountId})`.execute(
    tx,
  )
  await aMeeting(tx, { ...noted, act })
  await aNote(tx, { ...noted, act })
  await aBarrier(tx, noted, { area: 'housing' })
  await anAction(tx, noted, { shared: 'S’inscrire au code' })
  await aBarrier(tx, noted, { area: 'health' })
  await aConstraint(tx, { person, organisation: aci.organisation, by: aci.member })
  await aMessage(tx, { person, organisation: aci.organisation, by: { accountId: person.id } })
  await aSighting(tx, { person, organisation: aci.organisation, skill: await aSkill(tx, aci.siae), by: aci.member })
  await aReview(tx, noted, { answers: { mobility: { level: 'fair', words: null }, health: { level: 'unsaid', words: null } } })
  await anAttendance(tx, { stay: first, person, organisation: aci.organisation, site: null, by: aci.member }, { day: '2022-03-01' })
  await aWorkshop(tx, noted, [person])
  await anAvailability(tx, { person, organisation: aci.organisation })
  await aMission(
    tx,
    { person, stay: first, siae: aci.siae, client: await aClient(tx, aci.organisation) },
    { firstDay: '2022-02-01', lastDay: '2022-02-28' },
  )
  return { aci, ai, spip, person, application, hire, pass }
}
type Pathway = Awaited<ReturnType<typeof aPathway>>

/** A member of the ACI's team. */
const ofTheTeam =
  (role: Role, options: { lastDay?: string } = {}) =>
  (tx: Tx, { aci }: Pathway): Promise<Reader> =>
    aMemberIn(tx, aci.organisation, aci.unit, role, { name: 'Alix Sorel', ...options })

/** Somebody of another organisation, whose team holds the person by one circle, from an act to a date. */
const byMission =
  (name: string, role: Role, functions: Parameters<typeof anOrganisation>[1] & object, circle: Circle | null, endsOn = '2026-12-31') =>
  async (tx: Tx, { person }: Pathway): Promise<Reader> => {
    const organisation = await anOrganisation(tx, { name, ...functions })
    const unit = await aUnit(tx, organisation, null, `Service de ${name}`)
    if (circle) await givesAccess(tx, person, unit, { circle, source: circle === 'referent' ? 'referent' : 'control', endsOn })
    return aMemberIn(tx, organisation, unit, role, { name: 'Dominique Faure' })
  }

interface Row {
  readonly line: string
  readonly who: (tx: Tx, pathway: Pathway) => Promise<Reader>
  readonly reads: readonly Fact[]
  readonly opens: readonly PageName[]
}

const NOTHING: Pick<Row, 'reads' | 'opens'> = { reads: [], opens: [] }
const AUTHORITY = { functions: ['authority'] as const }
const IN_FULL = [
  'identity',
  'contact',
  'legal representative',
  'who follows',
  'verdict',
  'criteria',
  'criteria of health',
  'right',
  'illness behind a suspension',
] as const
const WORK = [
  'contract with the ACI',
  'hire',
  'hours at the ACI',
  'attendance',
  'constraint',
  'skill seen',
  'availability for the ACI',
  'mission from the ACI',
  'exit from the ACI',
] as const
const WORK_AND_WHY = [...WORK, 'immersion', 'ordinary reason of an exit'] as const
const WORK_AND_AFTER = [...WORK_AND_WHY, 'what became of them'] as const

const ROWS: readonly Row[] = [
  { line: 'a visitor reads nothing of anybody', who: async () => ({}), ...NOTHING },
  {
    line: 'the person reads everything about them, health and justice too, in their own space and on no page of a team; hours once validated',
    who: async (_tx, { person }) => ({ oneself: person }),
    reads: [
      ...IN_FULL,
      'review',
      'health said at a review',
      'former name',
      'contract with the ACI',
      'contract with the AI',
      'hire',
      'availability for the ACI',
      'mission from the ACI',
      'exit from the ACI',
      'ordinary reason of an exit',
      'illness behind an exit',
      'immersion',
      'what became of them',
      'barrier',
      'action of the plan',
      'step shared',
      'barrier of health',
      'attendance',
      'constraint',
      'skill seen',
      'word to the counsellor',
      'act',
      'what became of its next step',
      'tripartite meeting',
      'application',
      'probation service that sent it',
    ],
    opens: [],
  },
  {
    line: 'somebody else in their own space reads nothing of the person',
    who: async (tx, { aci }) => ({ oneself: await aPerson(tx, { organisation: aci.organisation, birthName: 'Sorel' }) }),
    ...NOTHING,
  },
  {
    line: 'the named counsellor reads their own people with the criteria, health and justice apart; never the contract elsewhere nor a service that betrays',
    who: async (_tx, { aci }) => aci.member,
    reads: [
      'identity',
      'contact',
      'legal representative',
      'who follows',
      'verdict',
      'criteria',
      'right',
      ...WORK_AND_AFTER,
      'illness behind an exit',
      'step shared',
      'act',
      'tripartite meeting',
      'barrier',
      'barrier of health',
      'review',
      'health said at a review',
      'word to the counsellor',
      'working note',
      'workshop where they were',
      'what became of its next step',
      'action of the plan',
      'application',
    ],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'the named counsellor to whom the person agreed to share their health reads it too',
    who: async (tx, { aci, person }) => {
      await sql`insert into sharing_agreement (id, person_id, subject, organisation_id, given_on, recorded_at, recorded_by)
        values (${randomUUIDv7()}, ${person.id}, 'health', ${aci.organisation.id}, '2026-11-02', '2026-11-02T09:00:00Z', ${aci.member.accountId})`.execute(
        tx,
      )
      return aci.member
    },
    reads: [
      ...IN_FULL,
      ...WORK_AND_AFTER,
      'illness behind an exit',
      'act',
      'tripartite meeting',
      'barrier',
      'barrier of health',
      'review',
      'health said at a review',
      'word to the counsellor',
      'step shared',
      'action of the plan',
      'working note',
      'workshop where they were',
      'what became of its next step',
      'application',
    ],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'the agreement withdrawn, health is closed again to the named counsellor',
    who: async (tx, { aci, person }) => {
      await sql`insert into sharing_agreement (id, person_id, subject, organisation_id, given_on, withdrawn_on, recorded_at, recorded_by)
        values (${randomUUIDv7()}, ${person.id}, 'health', ${aci.organisation.id}, '2026-11-02', '2026-11-20', '2026-11-02T09:00:00Z', ${aci.member.accountId})`.execute(
        tx,
      )
      return aci.member
    },
    reads: [
      'identity',
      'contact',
      'legal representative',
      'who follows',
      'verdict',
      'criteria',
      'right',
      ...WORK_AND_AFTER,
      'illness behind an exit',
      'step shared',
      'act',
      'tripartite meeting',
      'barrier',
      'barrier of health',
      'review',
      'health said at a review',
      'word to the counsellor',
      'working note',
      'workshop where they were',
      'what became of its next step',
      'action of the plan',
      'application',
    ],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'a counsellor of the same team who is not the referent reads the verdict, never the criteria nor the illness',
    who: ofTheTeam('counsellor'),
    reads: [
      'step shared',
      'identity',
      'contact',
      'legal representative',
      'who follows',
      'verdict',
      'right',
      ...WORK_AND_AFTER,
      'application',
    ],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'the director reads what the structure does, never the criteria nor the illness without a reason',
    who: ofTheTeam('director'),
    reads: [
      'step shared',
      'identity',
      'contact',
      'legal representative',
      'who follows',
      'verdict',
      'right',
      ...WORK_AND_AFTER,
      'application',
    ],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'the director with a reason reads the criteria for one day, health and justice apart',
    who: async (tx, pathway) => {
      const director = await aMemberIn(tx, pathway.aci.organisation, pathway.aci.unit, 'director', { name: 'Alix Sorel' })
      const day = { startsOn: '2026-11-21', endsOn: '2026-11-21', reason: 'Remplacement urgent' }
      await givesAccess(tx, pathway.person, pathway.aci.unit, {
        circle: 'referent',
        source: 'reason',
        accountId: director.accountId,
        ...day,
      })
      return director
    },
    reads: [
      'identity',
      'contact',
      'legal representative',
      'who follows',
      'verdict',
      'criteria',
      'right',
      ...WORK_AND_AFTER,
      'illness behind an exit',
      'step shared',
      'act',
      'tripartite meeting',
      'barrier',
      'barrier of health',
      'review',
      'health said at a review',
      'word to the counsellor',
      'workshop where they were',
      'what became of its next step',
      'action of the plan',
      'application',
    ],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'the payroll officer alone reads the number of social security, with identity, contracts and the right, never criteria, contact nor illness',
    who: ofTheTeam('payroll_officer'),
    reads: ['identity', 'who follows', 'right', ...WORK_AND_WHY, 'number of social security'],
    opens: ['person', 'right', 'number of social security'],
  },
  {
    line: 'the technical supervisor reads who is in the team and the contract, never criteria, contact, income nor illness',
    who: ofTheTeam('technical_supervisor'),
    reads: ['identity', 'who follows', 'right', ...WORK, 'immersion'],
    opens: ['person', 'right'],
  },
  {
    line: 'the assignment coordinator reads people and contracts, never a diagnosis in its criteria',
    who: ofTheTeam('assignment_coordinator'),
    reads: ['identity', 'contact', 'legal representative', 'who follows', 'verdict', 'right', ...WORK_AND_AFTER, 'application'],
    opens: ['person', 'right', 'hire', 'application received'],
  },
  {
    line: 'the other structure with the same person reads its own contract only',
    who: async (_tx, { ai }) => ai.member,
    reads: ['step shared', 'identity', 'contact', 'legal representative', 'verdict', 'right', 'contract with the AI'],
    opens: ['person', 'right'],
  },
  {
    line: 'the probation service reads the answer to its own orientation and what it shares of the person, never the counsellor’s file nor the work',
    who: async (_tx, { spip }) => spip.member,
    reads: [
      'step shared',
      'identity',
      'former name',
      'contact',
      'legal representative',
      'verdict',
      'right',
      'application',
      'probation service that sent it',
    ],
    opens: ['person', 'right', 'application sent'],
  },
  {
    line: 'a prescriber who proposed nobody reads nothing',
    who: async (tx) => (await anAdviser(tx, 'ML', 'Mission locale de l’Aude')).member,
    ...NOTHING,
  },
  {
    line: 'a France Travail adviser who was not asked reads nothing',
    who: byMission('France Travail', 'ft_adviser', { functions: ['prescriber'] }, null),
    ...NOTHING,
  },
  { line: 'the DDETS officer reads no person', who: byMission('DDETS de l’Aude', 'authority_officer', AUTHORITY, null), ...NOTHING },
  {
    line: 'the DDETS officer reads the pieces of a request addressed to it, never the contact nor the contracts',
    who: byMission('DDETS de l’Aude', 'authority_officer', AUTHORITY, 'request'),
    reads: ['identity', 'verdict', 'right'],
    opens: ['right'],
  },
  {
    line: 'the ASP controller reads the sampled file during the campaign: contracts, identity, proof of eligibility, attendance; never the contact',
    who: byMission('ASP', 'authority_officer', AUTHORITY, 'control'),
    reads: [
      'identity',
      'verdict',
      'criteria',
      'criteria of health',
      'right',
      'illness behind a suspension',
      'contract with the ACI',
      'contract with the AI',
      'hire',
      'attendance',
      'hours at the ACI',
      'mission from the ACI',
      'exit from the ACI',
      'ordinary reason of an exit',
    ],
    opens: ['right'],
  },
  {
    line: 'the day after the campaign the ASP controller reads nothing',
    who: byMission('ASP', 'authority_officer', AUTHORITY, 'control', '2026-11-20'),
    ...NOTHING,
  },
  {
    line: 'the ESF auditor reads contracts, attendance and identity of the sample, never the criteria nor the right',
    who: byMission('Autorité de gestion FSE', 'authority_officer', AUTHORITY, 'audit'),
    reads: [
      'identity',
      'contract with the ACI',
      'contract with the AI',
      'hire',
      'attendance',
      'hours at the ACI',
      'mission from the ACI',
      'exit from the ACI',
      'ordinary reason of an exit',
    ],
    opens: [],
  },
  {
    line: 'the Département as funder reads the nominative list it pays for: identity and contracts, never a criterion, a contact or an application',
    who: byMission('Département de l’Aude', 'funder_officer', { functions: ['funder'] }, 'payment'),
    reads: ['identity', 'contract with the ACI', 'contract with the AI', 'hours at the ACI'],
    opens: [],
  },
  {
    line: 'the Département as funder of nobody here reads nothing',
    who: byMission('Département de l’Aude', 'funder_officer', { functions: ['funder'] }, null),
    ...NOTHING,
  },
  {
    line: 'the Département as named referent reads level 2 of its own person, never health nor justice without an agreement, never the employers’ contracts',
    who: byMission('Département de l’Aude', 'referent', { functions: ['referent'] }, 'referent'),
    reads: ['step shared', 'identity', 'contact', 'legal representative', 'verdict', 'criteria', 'right'],
    opens: ['person', 'right'],
  },
  { line: 'a network reads no person', who: byMission('Réseau', 'network_officer', { functions: ['network'] }, null), ...NOTHING },
  {
    line: 'a network reads no person, even when a right was opened to it by mistake',
    who: byMission('Réseau', 'network_officer', { functions: ['network'] }, 'shared'),
    ...NOTHING,
  },
  { line: 'the secretary of a body reads no person', who: byMission('Préfecture', 'body_secretary', AUTHORITY, null), ...NOTHING },
  {
    line: 'an observatory officer reads no person',
    who: byMission('Observatoire', 'observatory_officer', AUTHORITY, 'shared'),
    ...NOTHING,
  },
  {
    line: 'the administrator of the organisation, who is in no team, reads no person',
    who: (tx, { aci }) => aMember(tx, aci.organisation, 'organisation_administrator', { name: 'Claude Martin' }),
    ...NOTHING,
  },
  {
    line: 'the administrator of the platform reads no person',
    who: async (tx) => {
      const made = await aMember(tx, await anOrganisation(tx, { name: 'Plateforme', functions: ['network'] }), 'organisation_administrator')
      await sql`update account set administrator = true where id = ${made.accountId}`.execute(tx)
      return made
    },
    ...NOTHING,
  },
  { line: 'a former counsellor reads nothing after the end', who: ofTheTeam('counsellor', { lastDay: '2026-11-20' }), ...NOTHING },
  {
    line: 'a counsellor of another team of the same carrier reads nothing',
    who: async (tx, { aci }) =>
      aMemberIn(tx, aci.organisation, await aUnit(tx, aci.organisation, null, 'Autre équipe'), 'counsellor', { name: 'Alix Sorel' }),
    ...NOTHING,
  },
]

async function factsRead(
  world: World,
  { accountId, oneself }: Reader,
  { person, aci, ai, application }: Pathway,
): Promise<readonly string[]> {
  const reading = oneself
    ? (work: Parameters<typeof readAs<readonly string[]>>[2]) => read(world.runtime, inSpaceOf(oneself), randomUUIDv7(), work)
    : accountId && ((work: Parameters<typeof readAs<readonly string[]>>[2]) => readAs(world, accountId, work))
  if (!reading) return []
  const ids: Readonly<Record<string, string>> = {
    $person: person.id,
    $aci: aci.organisation.id,
    $ai: ai.organisation.id,
    $application: application.id,
  }
  return reading(async ({ tx }) => {
    const found: string[] = []
    for (const [fact, query] of Object.entries(FACTS)) {
      const { rows } = await sql.raw(query.replace(/\$\w+/g, (name) => `'${ids[name] ?? ''}'::uuid`)).execute(tx)
      if (rows.length > 0) found.push(fact)
    }
    return found
  })
}

async function pagesOpened(
  world: World,
  { accountId, oneself }: Reader,
  { person, pass, hire, application }: Pathway,
): Promise<readonly PageName[]> {
  const paths: Readonly<Record<PageName, string>> = {
    person: `/personnes/${person.id}`,
    right: `/pass/${pass.id}`,
    hire: `/embauches/${hire.id}`,
    'application received': `/candidatures/${application.id}`,
    'application sent': `/orientations/${application.id}`,
    'number of social security': `/personnes/${person.id}/numero-securite-sociale`,
  }
  const browser = oneself ? await openSpace(world, oneself) : await openBrowser(world, accountId)
  const opened: PageName[] = []
  for (const page of PAGES) if ((await browser.get(paths[page])).status === 200) opened.push(page)
  return opened
}

for (const { line, who, reads, opens } of ROWS)
  databaseTest(`FIELD §2: ${line}`, async (world) => {
    const { pathway, reader } = await world.load(async (tx) => {
      const pathway = await aPathway(tx)
      return { pathway, reader: await who(tx, pathway) }
    })
    const order = Object.keys(FACTS)
    assert.deepEqual(
      await factsRead(world, reader, pathway),
      reads.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
      'what row security gives',
    )
    assert.deepEqual(await pagesOpened(world, reader, pathway), [...opens], 'which pages open')
  })
