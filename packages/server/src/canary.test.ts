import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { shownNir } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import { makeServer, slices } from './app.ts'
import { aBarrier, aGoal, aMeeting, aNote, anAct, anAction, aReview, aStrength, aWorkshop } from './modules/accompaniment/fixtures.ts'
import { aPartner } from './modules/accompaniment/fixtures-partners.ts'
import { anAgreement, anAmendment, anAnnex } from './modules/agreements/fixtures.ts'
import { anApplication, aReceiver } from './modules/applications/fixtures.ts'
import { aClient, aMission, anAvailability, aRequest, aStatement, sameDays } from './modules/assignments/fixtures.ts'
import { aRun } from './modules/declarations/fixtures.ts'
import { anAdviser } from './modules/eligibility/fixtures.ts'
import { aMonth, aNir, aNumber, aStaffPost, aStay } from './modules/employment/fixtures.ts'
import { anExit, someHours } from './modules/exits/fixtures.ts'
import { aDiagnosis, aHire } from './modules/hiring/fixtures.ts'
import { anImmersion } from './modules/immersions/fixtures.ts'
import { aDelegation, aMember, anOrganisation, aSiae, aSuccession, aWorksite } from './modules/organisations/fixtures.ts'
import { aPass, aSuspension, aWaitingRequestOn } from './modules/pass-iae/fixtures.ts'
import { aMemberIn, anAttachmentRequest, aPerson, aReferent, aUnit, givesAccess } from './modules/people/fixtures.ts'
import { aPersonRequest, openSpace } from './modules/privacy/fixtures.ts'
import { aConstraint, aMessage, anAttendance, aSighting, aSkill } from './modules/supervision/fixtures.ts'
import type { Actor } from './platform/command/actor.ts'
import type { Tx } from './platform/database/database.ts'
import type { Page } from './platform/http/page.ts'
import type { Member } from './platform/http/slice.ts'
import { dispatchEvents } from './platform/jobs/dispatch-events.ts'
import { makeLogger } from './platform/logging/logger.ts'
import { findActor } from './platform/session/find-actor.ts'
import { committedTest, type World } from './platform/testing/database-test.ts'
import { readPdf } from './platform/testing/pdf-text.ts'
import { openBrowser } from './platform/testing/test-browser.ts'
import { unfold, zipEntries } from './platform/uploads/zip-entries.ts'

/*
 * A marked string in every circle and sensitivity that holds a text. Every page of every slice is opened by every kind of reader, with the ids of
 * the scene; a mark read by somebody it is not for is a leak. Then what the platform writes beside its pages is searched: log, audit, events,
 * deliveries, readings, answers, mail, anomalies, calculations, the queue of the jobs.
 */
const mark = (what: string) => `canari${what}canari`
/** A number has its own shape, and is itself the mark: planted sealed, it is looked for as it is typed and as it is shown. */
const NUMBER = aNumber('10', 7)
const formsOf = (what: string): readonly string[] => (what === 'number' ? [NUMBER, shownNir(NUMBER)] : [mark(what)])

const READERS = [
  'a visitor',
  'the named counsellor',
  'a colleague of the team',
  'the director of the structure',
  'the payroll officer',
  'the technical supervisor',
  'the counsellor of the other employer',
  'the probation service that proposed',
  'a prescriber who did not',
  'a France Travail adviser',
  'the DDETS officer',
  'the Département that pays',
  'the network',
  'the administrator of the carrier',
  'the administrator of the platform',
  'a former counsellor',
  'another team of the carrier',
  'the person',
] as const
type ReaderName = (typeof READERS)[number]

const TEAM = ['the named counsellor', 'a colleague of the team', 'the director of the structure'] as const
const HOLDERS = [...TEAM, 'the counsellor of the other employer', 'the probation service that proposed'] as const

const EMPLOYER = [...TEAM, 'the payroll officer'] as const
const OF_CARRIER = [...EMPLOYER, 'another team of the carrier'] as const
const SIGNED = ['the director of the structure', 'the payroll officer', 'the DDETS officer', 'the Département that pays'] as const

/** Who may meet each mark on a page, and whether somebody of them must: a mark that nobody ever sees proves nothing. */
const MARKS: Readonly<Record<string, { readonly may: readonly ReaderName[]; readonly seen: boolean }>> = {
  birthname: { may: [...HOLDERS, 'the payroll officer', 'the technical supervisor', 'the person'], seen: true },
  formername: { may: ['the person'], seen: false },
  phone: { may: [...HOLDERS, 'the person'], seen: true },
  email: { may: [...HOLDERS, 'the person'], seen: true },
  address: { may: [...HOLDERS, 'the person'], seen: true },
  formercountry: { may: [], seen: false },
  country: { may: ['the person'], seen: false },
  representative: { may: [...HOLDERS, 'the person'], seen: true },
  relation: { may: [...HOLDERS, 'the person'], seen: true },
  itsphone: { may: HOLDERS, seen: true },
  message: { may: [...TEAM, 'the probation service that proposed', 'the person'], seen: true },
  wanted: { may: [...TEAM, 'the probation service that proposed', 'the person'], seen: true },
  sender: { may: ['the probation service that proposed'], seen: true },
  answer: { may: [...TEAM, 'the probation service that proposed', 'the person'], seen: true },
  acipost: { may: [...EMPLOYER, 'the technical supervisor', 'the person'], seen: true },
  aipost: { may: ['the counsellor of the other employer', 'the person'], seen: true },
  market: { may: [...EMPLOYER, 'the person'], seen: true },
  number: { may: ['the payroll officer'], seen: true },
  lot: { may: [...EMPLOYER, 'the person'], seen: true },
  clause: { may: [...EMPLOYER, 'the person'], seen: true },
  hoursmarket: { may: ['the person'], seen: false },
  hourslot: { may: ['the person'], seen: false },
  hoursclause: { may: ['the person'], seen: false },
  hourscorrected: { may: [...EMPLOYER, 'the person'], seen: false },
  reopened: { may: [...EMPLOYER, 'the technical supervisor', 'another team of the carrier'], seen: true },
  exitchanged: { may: EMPLOYER, seen: true },
  agreedrates: { may: [...EMPLOYER, 'another team of the carrier'], seen: true },
  staffpost: { may: [...EMPLOYER, 'another team of the carrier'], seen: true },
  agreement: { may: SIGNED, seen: true },
  agreementcancelled: { may: SIGNED, seen: true },
  annex: { may: SIGNED, seen: true },
  annexcancelled: { may: SIGNED, seen: true },
  amendment: { may: SIGNED, seen: true },
  amendmentcancelled: { may: SIGNED, seen: true },
  activity: { may: SIGNED, seen: true },
  filename: { may: TEAM, seen: true },
  filecell: { may: ['the named counsellor'], seen: true },
  illness: { may: ['the person'], seen: false },
  difficulties: { may: ['the named counsellor', 'the person'], seen: true },
  asked: { may: [...EMPLOYER, 'the person'], seen: true },
  deputy: { may: ['the named counsellor', 'the director of the structure', 'the administrator of the carrier'], seen: true },
  hold: { may: ['the administrator of the platform'], seen: true },
  constraint: { may: [...EMPLOYER, 'the technical supervisor', 'the person'], seen: true },
  toldwords: { may: ['the named counsellor', 'the person'], seen: true },
  toldanswer: { may: ['the named counsellor', 'the person'], seen: true },
  skilltrade: { may: [...TEAM, 'the technical supervisor', 'another team of the carrier', 'the person'], seen: true },
  skill: { may: [...TEAM, 'the technical supervisor', 'another team of the carrier', 'the person'], seen: true },
  attendance: { may: ['the director of the structure', 'the payroll officer', 'the person'], seen: true },
  act: { may: ['the named counsellor', 'the person'], seen: true },
  nextstep: { may: ['the named counsellor', 'the person'], seen: true },
  barrier: { may: ['the named counsellor', 'the person'], seen: true },
  tried: { may: ['the named counsellor', 'the person'], seen: true },
  healthbarrier: { may: ['the named counsellor', 'the person'], seen: true },
  offence: { may: ['the named counsellor', 'the person'], seen: true },
  strength: { may: ['the named counsellor', 'the person'], seen: true },
  review: { may: ['the named counsellor', 'the person'], seen: true },
  reviewanswer: { may: ['the named counsellor', 'the person'], seen: true },
  reviewhealth: { may: ['the named counsellor', 'the person'], seen: true },
  participant: { may: ['the named counsellor', 'the person'], seen: true },
  meetingagreed: { may: ['the named counsellor', 'the person'], seen: true },
  workingnote: { may: ['the named counsellor', 'the person'], seen: true },
  readreason: { may: ['the named counsellor', 'the person'], seen: true },
  immersionhost: { may: [...EMPLOYER, 'the person'], seen: true },
  immersionplace: { may: [...EMPLOYER, 'the person'], seen: true },
  tutor: { may: EMPLOYER, seen: true },
  tasks: { may: [...EMPLOYER, 'the person'], seen: true },
  schedule: { may: [...EMPLOYER, 'the person'], seen: true },
  learnt: { may: [...EMPLOYER, 'the person'], seen: true },
  // The person reads their own act, which says the theme and what was done; never the workshop.
  workshop: { may: ['the named counsellor', 'the person'], seen: true },
  workshoptold: { may: ['the named counsellor', 'the person'], seen: true },
  workshopnext: { may: ['the named counsellor'], seen: true },
  goal: { may: ['the named counsellor', 'the person'], seen: true },
  goaldropped: { may: ['the named counsellor', 'the person'], seen: true },
  goalofhealth: { may: ['the named counsellor', 'the person'], seen: true },
  planned: { may: ['the named counsellor', 'the person'], seen: true },
  planneddropped: { may: ['the named counsellor', 'the person'], seen: true },
  sharedstep: { may: [...HOLDERS, 'the person'], seen: true },
  personasks: { may: [...TEAM, 'the person'], seen: true },
  personanswered: { may: [...TEAM, 'the person'], seen: true },
  grounds: { may: ['the DDETS officer'], seen: false },
  clientname: { may: OF_CARRIER, seen: true },
  clientsafety: { may: OF_CARRIER, seen: true },
  clientasks: { may: ['the director of the structure'], seen: true },
  clientphone: { may: ['the director of the structure'], seen: true },
  clientemail: { may: ['the director of the structure'], seen: true },
  clientaddress: { may: ['the director of the structure'], seen: true },
  clientwork: { may: OF_CARRIER, seen: true },
  clientschedule: { may: OF_CARRIER, seen: true },
  availability: { may: [...EMPLOYER, 'the person'], seen: true },
  missionwork: { may: [...EMPLOYER, 'the person'], seen: true },
  missionschedule: { may: [...EMPLOYER, 'the person'], seen: true },
  waiver: { may: OF_CARRIER, seen: true },
}

/**
 * Columns of text where nobody types about anybody, by why. Any other one, of any table, must hold a mark: a text added later is planted here, and
 * its readers said, or the test fails.
 */
const NOT_MARKED: Readonly<Record<string, string>> = {
  'codes of lists, written by rules': `access_log.circle access_log.source anomaly.resolution anomaly.rule anomaly.solver anomaly.source
    anomaly.subject_table application.refusal_reason application_transition.from_state application_transition.reason application_transition.to_state
    application_transition.transition space_key.time_zone authorisation.prescriber_kind contact_version.reason contract_version.reason criterion.code
    criterion.evidence_kind diagnosis.law_version diagnosis_author.prescriber_kind exit_reason.reason import_run.readers pass_reason.reason
    person_month.criteria person_version.birth_precision person_version.sex person_merge_row.table_name retention_order.law_version retention_order.rule cell.dimension cell.indicator
    cell.law_version rollup.dimension rollup.excluded rollup.indicator calculation.law_version calculation.rule`,
  'days, numbers and ids': `anomaly.facts calculation.inputs calculation.steps calculation.value criterion.registration diagnosis_reason.content
    pass_reason.facts import_line.recorded immersion.host_siret import_run.fingerprint import_run.layout produced_file.facts
    pass.number agreement.external_id annex_amendment.external_id host_client.siret financial_annex.external_id event.territory_id law_parameter.territory_id`,
  'secrets, kept as hashes or sealed':
    'import_line.content nir.number nir.mark working_note.content attachment_request.code_hash after_exit_link.token_hash after_exit_link.code_hash space_key.code_hash space_key.secret_hash space_session.token_hash credential.password_hash session.token_hash rate.key rate.bucket',
  'searched as traces': `audit.command audit.fields audit.refusals audit.role audit.screen audit.subjects delivery.handler delivery.last_failure
    event.ids event.type mail.body mail.last_failure mail.recipient mail.subject request_outcome.command request_outcome.location
    request_outcome.refusals`,
  'cards that everybody reads, and names of colleagues': `account.display_name account.email account.email_key membership.display_name
    organisation.legal_form organisation.name organisation.name_key organisation.siren siae.name siae.name_key siae_siret.siret unit.name
    partner_version.name partner_version.name_key partner_version.does partner_version.does_key partner_version.address partner_version.phone
    partner_version.conditions partner_remark.said worksite.address worksite.name worksite.name_key authorisation.reference persona.description persona.title`,
  'the law, the map, the schema': `law_parameter.author law_parameter.key law_parameter.legal_basis law_parameter.stored migration.checksum
    migration.name population.vintage postal_code.code territory.bare_key territory.code territory.id territory.name territory.name_key
    territory.origin territory.time_zone territory.vintage territory_membership.vintage`,
}

/** Every column that may hold a text: not one that a key or a list of words closes. */
const TEXTS = `
  select relname as table, attname as column from pg_class join pg_attribute on attrelid = pg_class.oid
  where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
    and format_type(atttypid, null) in ('text', 'text[]', 'jsonb')
    and not exists (
      select from pg_constraint where conrelid = pg_class.oid and (contype = 'f' and attnum = any (conkey)
        or contype = 'c' and conkey = array[attnum] and pg_get_constraintdef(pg_constraint.oid) ~ 'ARRAY\\[|= ''')) order by 1, 2`

/** Columns of text that hold no mark and say nothing of why; and those that are said for nothing. */
async function forgottenTexts({ look }: World): Promise<readonly string[]> {
  const columns = await look(TEXTS)
  const [marked] = await look(
    `select array_agg(name) as names from (${columns
      .map(
        ({ table, column }) =>
          `select '${table}.${column}' as name where exists (select from "${table}" where "${column}"::text like '%canari%')`,
      )
      .join(' union all ')}) as found`,
  )
  const said = new Set(Object.values(NOT_MARKED).flatMap((names) => names.split(/\s+/)))
  const holds = new Set((marked?.['names'] ?? []) as readonly string[])
  const names = columns.map(({ table, column }) => `${table}.${column}`)
  return [
    ...names.filter((name) => !holds.has(name) && !said.has(name)).map((name) => `${name} holds no mark`),
    ...[...said]
      .filter((name) => holds.has(name) || !names.includes(name))
      .map((name) => `${name} is said not to be marked, and is, or is gone`),
  ]
}

const AT_ONCE = 4
/** A template is written without reading anything: the first reader who may have it opens it for all. */
const TEMPLATE = /\/modele\.xlsx$/

/** One person proposed to two structures by a service that nobody must guess, hired by both. */
async function theFile(tx: Tx) {
  const aci = await aReceiver(tx)
  const ai = await aReceiver(tx, { name: 'Entraide du Minervois', map: false })
  const spip = await anAdviser(tx, 'SPIP', 'SPIP de l’Aude')
  const person = await aPerson(tx, {
    organisation: spip.organisation,
    unit: spip.unit,
    birthName: mark('birthname'),
    formerName: mark('formername'),
    phone: mark('phone'),
    email: mark('email'),
    address: mark('address'),
    birthDate: '2010-02-07',
  })
  await sql`insert into legal_representative (id, person_id, name, relation, phone, until, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${person.id}, ${mark('representative')}, ${mark('relation')}, ${mark('itsphone')}, '2028-02-06', '2026-01-05T09:00:00Z',
      ${person.id})`.execute(tx)
  const sent = { person, sender: spip, sensitivity: 'justice' as const, senderName: mark('sender'), message: mark('message') }
  const application = await anApplication(tx, { ...sent, siae: aci.siae, receiver: aci.unit, state: 'accepted' })
  const toAi = await anApplication(tx, { ...sent, siae: ai.siae, receiver: ai.unit, state: 'accepted', message: 'Disponible.' })
  const hire = await aHire(tx, { ...aci, person, application })
  await aHire(tx, { ...ai, person, application: toAi })
  await aDiagnosis(tx, person)
  const pass = await aPass(tx, person)
  const suspension = await aSuspension(tx, person, pass, {
    first: '2026-03-02',
    last: '2026-03-31',
    reason: 'sickness',
    siaeId: aci.siae.id,
  })
  const request = await aWaitingRequestOn(tx, { person, pass, siae: aci.siae, unit: aci.unit })
  await sql`update pass_reason set explanation = ${mark('illness')} where act_id = ${suspension.id}`.execute(tx)
  await sql`update pass_reason set explanation = ${mark('difficulties')}, sensitivity = 'social' where act_id = ${request.id}`.execute(tx)
  const referent = await aReferent(tx, { ...aci, person, membershipId: aci.member.membershipId, accountId: aci.member.accountId })
  await givesAccess(tx, person, aci.unit, {
    circle: 'referent',
    source: 'reason',
    reason: mark('readreason'),
    startsOn: '2026-10-01',
    endsOn: '2026-10-01',
  })
  return { aci, ai, spip, person, application, hire, pass, request, referent }
}
type Ground = Awaited<ReturnType<typeof theFile>>

/** Writes marks in columns: `{ post: 'acipost' }`. */
const marking = (tx: Tx, table: string, marks: Readonly<Record<string, string>>, where: RawBuilder<unknown> = sql`true`) =>
  sql`update ${sql.table(table)} set ${sql.join(
    Object.entries(marks).map(([column, what]) => sql`${sql.ref(column)} = ${mark(what)}`),
  )} where ${where}`.execute(tx)

/** A former stay of the same person with its exit, a month reopened and its hours corrected, contracts, what was answered. */
async function ofTheWork(tx: Tx, { aci, ai, person, application }: Ground) {
  const stay = await aStay(tx, { ...aci, person }, { exit: '2026-10-31', last: '2026-10-31' })
  await someHours(tx, stay)
  await aNir(tx, { person, organisation: aci.organisation }, { number: NUMBER })
  const exit = await anExit(tx, stay, { reason: 'fixed-term-contract' })
  await sql`insert into exit_change (exit_id, version, person_id, organisation_id, reason)
    select exit_id, version, person_id, organisation_id, ${mark('exitchanged')} from exit_version where exit_id = ${exit.id}`.execute(tx)
  const sheet = await aMonth(tx, aci.siae, '2026-06', 'reopened', [{ counted: 10_400 }])
  const by = aci.member.accountId
  await sql`insert into month_sheet_act (id, sheet_id, organisation_id, transition, by, reason, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${sheet.id}, ${aci.organisation.id}, 'reopen', 'structure', ${mark('reopened')}, '2026-11-02T09:00:00Z', ${by})`.execute(
    tx,
  )
  await sql`insert into application_transition (id, application_id, transition, from_state, to_state, actor, answer, happened_on, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${application.id}, 'accept', 'studied', 'accepted', 'receiver', ${mark('answer')}, '2026-11-20', '2026-11-20T09:00:00Z',
      ${by})`.execute(tx)
  const terms = { post: 'acipost', market: 'market', lot: 'lot', clause_kind: 'clause' }
  await marking(tx, 'contract_version', terms, sql`organisation_id = ${aci.organisation.id}`)
  await marking(tx, 'contract_version', { post: 'aipost' }, sql`organisation_id = ${ai.organisation.id}`)
  await marking(tx, 'hours_version', { market: 'hoursmarket', lot: 'hourslot', clause_kind: 'hoursclause', reason: 'hourscorrected' })
  await marking(tx, 'application', { answer: 'answer', wanted_post: 'wanted' }, sql`id = ${application.id}`)
  await sql`insert into person_version (person_id, version, birth_precision, birth_country, recorded_at, recorded_by)
    values (${person.id}, 0, 'unknown', ${mark('formercountry')}, '2026-01-05T09:00:00Z', ${by})`.execute(tx)
  await marking(tx, 'person', { birth_country: 'country' }, sql`id = ${person.id}`)
  await marking(tx, 'prolongation_request', { grounds: 'asked' })
  await sql`insert into agreed_exit_rate (id, organisation_id, siae_id, year, measure, percent, document, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${aci.organisation.id}, ${aci.siae.id}, 2026, 'employment', 45, ${mark('agreedrates')}, '2026-01-05T09:00:00Z', ${by})`.execute(
    tx,
  )
  const attendance = await anAttendance(
    tx,
    { ...aci, stay, person, site: null, by: aci.member },
    { day: '2026-10-15', reason: mark('attendance') },
  )
  await aConstraint(tx, { ...aci, person, by: aci.member }, { sentence: mark('constraint') })
  const toldOf = { ...aci, person, by: { accountId: person.id } }
  // One answered, one that waits: the morning shows what nobody has read.
  await aMessage(tx, toldOf, { words: mark('toldwords'), read: { by: aci.member, answer: mark('toldanswer') } })
  const message = await aMessage(tx, toldOf, { words: mark('toldwords') })
  const skill = await aSkill(tx, aci.siae, { label: mark('skill'), trade: mark('skilltrade') })
  await aSighting(tx, { ...aci, person, skill, by: aci.member })
  const act = await anAct(tx, { ...aci, person, by: aci.member }, { purpose: mark('act'), nextStep: mark('nextstep') })
  const immersion = await anImmersion(tx, stay, {
    first: '2026-10-05',
    last: '2026-10-16',
    hostName: mark('immersionhost'),
    hostPlace: mark('immersionplace'),
    tutor: mark('tutor'),
    tasks: mark('tasks'),
    schedule: mark('schedule'),
    learnt: mark('learnt'),
  })
  await aMeeting(tx, { ...aci, person, by: aci.member, act }, { job: mark('participant'), agreed: mark('meetingagreed') })
  const note = await aNote(tx, { ...aci, person, by: aci.member, act }, { text: mark('workingnote') })
  const told = { theme: mark('workshop'), purpose: mark('workshoptold') }
  const workshop = await aWorkshop(tx, { organisation: aci.organisation, by: aci.member }, [person], told)
  await marking(tx, 'workshop', { next_step: 'workshopnext' })
  const partner = await aPartner(tx, { organisation: aci.organisation, by: aci.member })
  return { stay, act, note, partner, message, immersion, attendance, workshop, ...(await ofTheDiagnosis(tx, { aci, person })) }
}

/** What holds the person back, health and justice sealed, and what they lean on. */
async function ofTheDiagnosis(tx: Tx, { aci, person }: Pick<Ground, 'aci' | 'person'>) {
  const noted = { person, organisation: aci.organisation, by: aci.member }
  const barrier = await aBarrier(tx, noted, { consequence: mark('barrier'), tried: mark('tried') })
  const health = await aBarrier(tx, noted, { area: 'health', consequence: mark('healthbarrier') })
  await aGoal(tx, noted, { words: mark('goalofhealth'), barrier: health, sensitivity: 'health' })
  const goal = await aGoal(tx, noted, { words: mark('goal'), reason: mark('goaldropped') })
  const action = await anAction(tx, noted, { words: mark('planned'), reason: mark('planneddropped') })
  // As if what is shared were said in other words: what is read elsewhere is told from what is not.
  await anAction(tx, noted, { words: mark('planned'), shared: mark('sharedstep') })
  await aBarrier(tx, noted, { area: 'justice', tried: mark('offence') })
  const answers = {
    mobility: { level: 'fragile', words: mark('reviewanswer') },
    health: { level: 'fair', words: mark('reviewhealth') },
  } as const
  const review = await aReview(tx, noted, { words: mark('review'), answers })
  return { barrier, goal, action, review, strength: await aStrength(tx, noted, mark('strength')) }
}

/** What the State and the structure agreed, and took back. */
async function ofTheMoney(tx: Tx, { aci }: Ground) {
  const agreement = await anAgreement(tx, aci.siae, { number: mark('agreement') })
  const cancelled = await anAgreement(tx, aci.siae, { number: null, first: '2030-01-01', last: '2030-12-31' })
  const annex = await anAnnex(tx, aci.siae, { agreement, number: mark('annex'), first: '2026-01-01', last: '2026-12-31' })
  const annexCancelled = await anAnnex(tx, aci.siae, { agreement, first: '2028-01-01', last: '2028-12-31' })
  const amendment = await anAmendment(tx, annex, { knownOn: '2026-05-12', effectOn: '2026-06-01', posts: 1200 })
  const amendmentCancelled = await anAmendment(tx, annex, { knownOn: '2026-05-13', effectOn: '2026-07-01', posts: 1300 })
  await sql`insert into insertion_post (id, annex_id, organisation_id, siae_id, territory_id, activity, posts, recorded_at, recorded_by)
    select gen_random_uuid(), id, organisation_id, siae_id, territory_id, ${mark('activity')}, 400, recorded_at, recorded_by
    from financial_annex where id = ${annex.id}`.execute(tx)
  await marking(tx, 'annex_amendment', { number: 'amendment' }, sql`id = ${amendment.id}`)
  for (const [table, { id }, what] of [
    ['agreement', cancelled, 'agreementcancelled'],
    ['financial_annex', annexCancelled, 'annexcancelled'],
    ['annex_amendment', amendmentCancelled, 'amendmentcancelled'],
  ] as const)
    await sql`update ${sql.table(table)} set cancelled_at = '2026-11-02T09:00:00Z', cancelled_reason = ${mark(what)} where id = ${id}`.execute(
      tx,
    )
  return { agreement, annex, amendment }
}

/** The house: a post of supervision, a deputy, a file brought in, a place of work, a structure to take over. */
async function ofTheHouse(tx: Tx, { aci, spip, person }: Ground) {
  const post = await aStaffPost(tx, aci.siae)
  const colleague = await aMemberIn(tx, aci.organisation, aci.unit, 'counsellor', { name: 'Lou Petit' })
  const delegation = await aDelegation(tx, aci.organisation, aci.member.membershipId, colleague.membershipId)
  const run = await aRun(tx, { ...aci, by: aci.member.accountId, difficulties: mark('filecell') })
  await marking(tx, 'import_run', { file_name: 'filename' })
  await marking(tx, 'staff_post', { label: 'staffpost' })
  await marking(tx, 'delegation', { reason: 'deputy' })
  const succession = await aSuccession(tx, aci.siae, await aSiae(tx, spip.organisation, { name: 'Ateliers de l’Aude' }))
  const worksite = await aWorksite(tx, aci.siae)
  const asking = await anAdviser(tx, 'ML', 'Mission locale de Limoux')
  const requestedBy = asking.member.accountId
  const attachment = await anAttachmentRequest(tx, { person, organisation: asking.organisation, unit: asking.unit, requestedBy })
  const rights = { said: mark('personasks'), answer: mark('personanswered') }
  const personRequest = await aPersonRequest(tx, { person, organisation: aci.organisation }, rights)
  return { post, colleague, delegation, run, worksite, succession, attachment, personRequest }
}

/** Who asks for work, and which. */
async function ofTheClients(tx: Tx, { aci, person }: Ground, stay: { readonly id: string }) {
  const client = await aClient(tx, aci.organisation, {
    name: mark('clientname'),
    safety: mark('clientsafety'),
    contact: {
      personToAsk: mark('clientasks'),
      phone: mark('clientphone'),
      email: mark('clientemail'),
      address: mark('clientaddress'),
    },
  })
  const asked = await aRequest(tx, aci.siae, client, { work: mark('clientwork'), schedule: mark('clientschedule') })
  await anAvailability(tx, { person, organisation: aci.organisation }, { schedule: mark('availability') })
  const mission = await aMission(
    tx,
    { person, stay, client, siae: aci.siae },
    { work: mark('missionwork'), schedule: mark('missionschedule') },
  )
  await aStatement(tx, mission, { first: '2026-11-02', hours: sameDays(29, 100) })
  await sql`insert into placement_waiver (id, organisation_id, siae_id, first_day, last_day, reference, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${aci.organisation.id}, ${aci.siae.id}, '2026-01-01', '2026-12-31', ${mark('waiver')}, '2026-01-05T09:00:00Z',
      ${aci.member.accountId})`.execute(tx)
  return { client, asked, mission }
}

async function planted(tx: Tx) {
  const file = await theFile(tx)
  const work = await ofTheWork(tx, file)
  return {
    ...file,
    ...work,
    ...(await ofTheMoney(tx, file)),
    ...(await ofTheHouse(tx, file)),
    ...(await ofTheClients(tx, file, work.stay)),
  }
}
type Scene = Awaited<ReturnType<typeof planted>>

async function readersOf(tx: Tx, { aci, ai, spip, person }: Scene): Promise<Readonly<Record<ReaderName, string | undefined>>> {
  const ofTeam = async (role: Parameters<typeof aMember>[2], more = {}) =>
    (await aMemberIn(tx, aci.organisation, aci.unit, role, { name: 'Alix Sorel', ...more })).accountId
  const elsewhere = async (name: string, does: 'authority' | 'funder' | 'network' | 'prescriber', role: Parameters<typeof aMember>[2]) => {
    const organisation = await anOrganisation(tx, { name, functions: [does] })
    const unit = await aUnit(tx, organisation, null, `Service de ${name}`)
    return { organisation, unit, ...(await aMemberIn(tx, organisation, unit, role, { name: 'Dominique Faure' })) }
  }
  const funder = await elsewhere('Département de l’Aude', 'funder', 'funder_officer')
  await givesAccess(tx, person, funder.unit, { circle: 'payment', source: 'control', endsOn: '2026-12-31' })
  const state = await elsewhere('DDETS de l’Aude', 'authority', 'authority_officer')
  await sql`insert into prescriber_finding (id, organisation_id, authority_id, first_day, grounds, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${spip.organisation.id}, ${state.organisation.id}, '2026-11-20', ${mark('grounds')}, '2026-11-20T09:00:00Z', ${state.accountId})`.execute(
    tx,
  )
  const administrator = await elsewhere('Plateforme', 'network', 'organisation_administrator')
  await sql`update account set administrator = true where id = ${administrator.accountId}`.execute(tx)
  return {
    'a visitor': undefined,
    'the named counsellor': aci.member.accountId,
    'a colleague of the team': await ofTeam('counsellor'),
    'the director of the structure': await ofTeam('director'),
    'the payroll officer': await ofTeam('payroll_officer'),
    'the technical supervisor': await ofTeam('technical_supervisor'),
    'the counsellor of the other employer': ai.member.accountId,
    'the probation service that proposed': spip.member.accountId,
    'a prescriber who did not': (await anAdviser(tx, 'ML', 'Mission locale')).member.accountId,
    'a France Travail adviser': (await elsewhere('France Travail', 'prescriber', 'ft_adviser')).accountId,
    'the DDETS officer': state.accountId,
    'the Département that pays': funder.accountId,
    'the network': (await elsewhere('Réseau', 'network', 'network_officer')).accountId,
    'the administrator of the carrier': (await aMember(tx, aci.organisation, 'organisation_administrator', { name: 'Claude Martin' }))
      .accountId,
    'the administrator of the platform': administrator.accountId,
    'a former counsellor': await ofTeam('counsellor', { lastDay: '2026-11-20' }),
    'the person': undefined,
    'another team of the carrier': (
      await aMemberIn(tx, aci.organisation, await aUnit(tx, aci.organisation, null, 'Autre équipe'), 'counsellor', { name: 'Alix Sorel' })
    ).accountId,
  }
}

/** Lists and forms that an address may fill. */
const SEARCHED = ['/personnes', '/orienter', '/candidatures', '/candidatures/export', '/mes-orientations', '/embauches', '/anomalies']

/** What each parameter of an address names in the scene, by the words before it. */
const namesIn = (scene: Scene): Readonly<Record<string, string>> => ({
  'personnes/:id': scene.person.id,
  'pass/:id': scene.pass.id,
  'candidatures/:id': scene.application.id,
  'orientations/:id': scene.application.id,
  'embauches/:id': scene.hire.id,
  'prolongations/:id': scene.request.id,
  'referents/:id': scene.referent.id,
  'structures/:id': scene.aci.siae.id,
  'structures/:siaeId': scene.aci.siae.id,
  'observatoire/structure/:siaeId': scene.aci.siae.id,
  'conventions/:siaeId': scene.aci.siae.id,
  'heures/:siaeId': scene.aci.siae.id,
  'convention/:id': scene.agreement.id,
  'annexes/:id': scene.annex.id,
  'avenants/:id': scene.amendment.id,
  'encadrement/:poste': scene.post.id,
  'organisations/:id': scene.spip.organisation.id,
  'contrats/:id': scene.stay.contractId,
  'sejours/:id': scene.stay.id,
  'actes/:id': scene.act.id,
  'freins/:id': scene.barrier.id,
  'forces/:id': scene.strength.id,
  'immersions/:id': scene.immersion.id,
  'notes/:id': scene.note.id,
  'mots/:id': scene.message.id,
  'presences/:id': scene.attendance.id,
  'ateliers/:id': scene.workshop.id,
  'partenaires/:id': scene.partner.id,
  'objectifs/:id': scene.goal.id,
  'bilans/:id': scene.review.id,
  'actions/:id': scene.action.id,
  'imports/:id': scene.run.id,
  'lignes/:ligne': scene.run.lineId,
  'membres/:id': scene.colleague.accountId,
  'casquettes/:id': scene.colleague.membershipId,
  'suppleances/:id': scene.delegation.id,
  'equipes/:id': scene.aci.unit.id,
  'sites/:id': scene.worksite.id,
  'reprises/:id': scene.succession.id,
  'rattachements/:id': scene.attachment.id,
  'clients/:id': scene.client.id,
  'demandes/:id': scene.asked.id,
  'missions/:id': scene.mission.id,
  'personnes/:sejour': scene.stay.id,
  'demandes-des-personnes/:id': scene.personRequest.id,
  'conservation/:rule': 'mail',
  'territoires/:id': 'departement-11',
  'observatoire/:territoryId': 'departement-11',
})

/** The addresses of a page in this scene; a parameter that nothing names is a page that the test would not open. */
function addressesOf(path: string, names: Readonly<Record<string, string>>, { person }: Scene): readonly string[] {
  if (!path.includes(':')) return [path, ...(SEARCHED.includes(path) ? [`${path}?q=canari`, `${path}?personne=${person.id}`] : [])]
  const address = path
    .replace(':mois', '2026-06')
    .replace('taux-convenus/:year', 'taux-convenus/2026')
    .replace(':debut', '2026-11-02')
    .replace('suivi/:horizon', 'suivi/6')
    .replace('nouvelles/:token', 'nouvelles/quelconque')
    .replace('mon-espace/demandes/:id', `mon-espace/demandes/${names['demandes-des-personnes/:id'] ?? ''}`)
    .replace(':theme/:rule', 'pass-iae/duration')
    .replace(/((?:observatoire\/)?[^/]+)\/:(\w+)/g, (whole, before: string) => {
      const value = names[whole]
      assert.ok(value, `${path}: say in namesIn what « ${whole} » is`)
      return `${before}/${value}`
    })
  return [address]
}

/** Whether the door lets this reader in: what it refuses reads nothing. */
const mayEnter = ({ access, allowed }: Page, actor: Actor | null): boolean =>
  access === 'public' ||
  (access === 'self' && actor?.subject !== undefined) ||
  (actor !== null && !actor.subject && (access === 'account' || (actor.hat !== null && allowed(actor as Member))))

/** What an answer says, unfolded when it is a workbook or a document. */
function textOf({ headers, rawPayload, payload }: { headers: Record<string, unknown>; rawPayload: Buffer; payload: string }): string {
  const type = String(headers['content-type'])
  if (type.includes('application/pdf')) return readPdf(rawPayload).text
  if (!/openxmlformats|opendocument/.test(type)) return payload
  const files = unfold(rawPayload, zipEntries(rawPayload), () => true)
  return [...files.values()].map((file) => Buffer.from(file).toString('utf8')).join('')
}

/** What is written beside the pages, as text. */
const TRACES = ['audit', 'event', 'delivery', 'access_log', 'request_outcome', 'anomaly', 'calculation', 'rate', 'mail'] as const

async function tracesOf(world: World): Promise<string> {
  const found: string[] = []
  for (const table of TRACES)
    found.push(...(await world.look(`select ${table}::text as line from ${table}`)).map(({ line }) => String(line)))
  const queues = await world.look(
    "select relname as name from pg_class where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p') order by 1",
  )
  for (const { name } of queues)
    found.push(...(await world.look(`select t::text as line from pgboss."${String(name)}" as t`)).map(({ line }) => String(line)))
  return found.join('\n')
}

committedTest(
  'no marked text is read by somebody it is not for, on any page, nor is it in anything written beside the pages',
  async (world) => {
    await world.look("insert into deployment (purpose) values ('service')")
    const { scene, readers } = await world.load(async (tx) => {
      const made = await planted(tx)
      return { scene: made, readers: await readersOf(tx, made) }
    })
    // Administrators only: the loader has no right there.
    await world.look(
      "insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by) values ($1, $2, $3, '2026-11-01', '2027-11-01', now(), $1)",
      [randomUUIDv7(), scene.spip.organisation.id, mark('hold')],
    )
    const lines: string[] = []
    const server = await makeServer(world.runtime, makeLogger('trace', { write: (line) => void lines.push(line) }), {
      requestsPerMinute: 1_000_000,
    })
    const names = namesIn(scene)
    // « Quitter vite » would end what is being looked at.
    const pages = slices.flatMap((slice) => slice.pages.filter(({ get, path }) => get && path !== '/mon-espace/quitter'))
    assert.deepEqual(await forgottenTexts(world), [])
    const leaks: string[] = []
    const seen = new Set<string>()
    const opened = new Set<string>()
    for (const who of READERS) {
      const token = (who === 'the person' ? await openSpace(world, scene.person) : await openBrowser(world, readers[who])).token()
      const actor = await findActor(world.database, token)
      const open = async (url: string): Promise<number> => {
        const reply = await server.inject({ method: 'GET', url, cookies: { maillage_session: token } })
        if (reply.statusCode >= 500) leaks.push(`${who} meets a ${reply.statusCode} at ${url}`)
        // The words typed in a search box come back in it: they are the reader's own.
        const body = textOf(reply).toLowerCase()
        for (const [what, { may }] of Object.entries(MARKS)) {
          if (!formsOf(what).some((form) => body.includes(form))) continue
          seen.add(what)
          if (!may.includes(who)) leaks.push(`${who} reads « ${what} » at ${url}`)
        }
        return reply.statusCode
      }
      const opens = Map.groupBy(pages, (page) => mayEnter(page, actor))
      const addresses = [...new Set(opens.get(true)?.flatMap(({ path }) => addressesOf(path, names, scene)))].filter(
        (url) => !opened.has(url),
      )
      for (const url of addresses) if (TEMPLATE.test(url)) opened.add(url)
      for (let first = 0; first < addresses.length; first += AT_ONCE) await Promise.all(addresses.slice(first, first + AT_ONCE).map(open))
      // The door is one for all pages, and the test of routes tries it on each: here, that it stands before this reader.
      const [refused] = opens.get(false)?.flatMap(({ path }) => addressesOf(path, names, scene)) ?? []
      if (refused) assert.equal(await open(refused), actor ? 404 : 303, `${who} at ${refused}`)
    }
    assert.deepEqual([...new Set(leaks)], [])
    for (const [what, { seen: must }] of Object.entries(MARKS))
      if (must) assert.ok(seen.has(what), `nobody ever read « ${what} »: the test proves nothing of it`)

    // Acts too leave traces: an exit corrected, a month reopened in vain, an amendment taken back, a number typed over one that is not read again, a name changed, a death recorded, a right whose
    // suspension is refused, an application answered.
    const counsellor = await openBrowser(world, readers['the named counsellor'])
    const identity = {
      birthName: mark('birthname'),
      givenNames: 'Nadia',
      birthPrecision: 'day',
      'birthDate-day': '7',
      'birthDate-month': '2',
      'birthDate-year': '2010',
    }
    const page = `/personnes/${scene.person.id}`
    const director = await openBrowser(world, readers['the director of the structure'])
    const officer = await openBrowser(world, readers['the DDETS officer'])
    const payroll = await openBrowser(world, readers['the payroll officer'])
    const [aci, stay] = [scene.aci.siae.id, scene.stay.id]
    const acts = [
      await counsellor.post(`/sejours/${stay}/sortie/corriger`, {
        'exitOn-day': '30',
        'exitOn-month': '10',
        'exitOn-year': '2026',
        reason: 'fixed-term-contract',
        changeReason: mark('exitchanged'),
        version: '1',
      }),
      await director.post(`/heures/${aci}/2026-06/debloquer`, { by: 'payment-agency', reason: mark('reopened') }),
      await officer.post(`/conventions/${aci}/avenants/${scene.amendment.id}/annuler`, {
        version: '1',
        reason: mark('amendmentcancelled'),
      }),
      await counsellor.post(`/freins/${scene.barrier.id}`, {
        version: '1',
        state: 'lifted',
        weight: 'slight',
        consequence: mark('barrier'),
        tried: mark('tried'),
      }),
      await counsellor.post(`/freins/${scene.barrier.id}`, { version: '1', state: 'x', consequence: mark('barrier') }),
      await payroll.post(`${page}/numero-securite-sociale`, { read: '', number: NUMBER, missing: '' }),
      await counsellor.post(`${page}/identite`, { ...identity, version: '1', usageName: mark('usage'), phone: 'x' }),
      await counsellor.post(`${page}/identite`, { ...identity, version: '9', usageName: mark('usage') }),
      await counsellor.post(`${page}/identite`, { ...identity, version: '1', usageName: mark('usage') }),
      await counsellor.post(`/candidatures/${scene.application.id}/refuser`, { reason: 'no-recruitment', answer: mark('answer') }),
      await counsellor.post(`/pass/${scene.pass.id}/suspendre`, { reason: 'sickness', explanation: mark('illness') }),
      await counsellor.post(`${page}/deces`, { version: '2', 'diedOn-day': '20', 'diedOn-month': '11', 'diedOn-year': '2026' }),
    ]
    assert.deepEqual(
      acts.map(({ status }) => status),
      [303, 422, 303, 303, 422, 422, 422, 422, 303, 303, 422, 303],
      acts.map(({ text }) => text.slice(0, 400)).join('\n'),
    )
    await dispatchEvents(
      world.database,
      world.clock,
      slices.flatMap((slice) => slice.subscriptions ?? []),
    )
    assert.ok((await world.look('select from audit')).length >= 3, 'refused or done, the acts left their trace')
    const left = new RegExp(`canari\\w+canari|${NUMBER}|${shownNir(NUMBER)}`, 'i')
    assert.doesNotMatch(await tracesOf(world), left)
    assert.ok(lines.length > pages.length)
    assert.doesNotMatch(lines.join(''), left)
  },
)
