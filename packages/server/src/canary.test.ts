import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { makeServer, slices } from './app.ts'
import { anApplication, aReceiver } from './modules/applications/fixtures.ts'
import { anAdviser } from './modules/eligibility/fixtures.ts'
import { aDiagnosis, aHire } from './modules/hiring/fixtures.ts'
import { aMember, anOrganisation } from './modules/organisations/fixtures.ts'
import { aPass, aSuspension, aWaitingRequestOn } from './modules/pass-iae/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit, givesAccess } from './modules/people/fixtures.ts'
import type { Tx } from './platform/database/database.ts'
import { dispatchEvents } from './platform/jobs/dispatch-events.ts'
import { makeLogger } from './platform/logging/logger.ts'
import { committedTest, type World } from './platform/testing/database-test.ts'
import { openBrowser } from './platform/testing/test-browser.ts'

/*
 * A marked string in every circle and sensitivity that holds a text. Every page of every slice is opened by every kind of reader, with the ids of
 * the scene; a mark read by somebody it is not for is a leak. Then what the platform writes beside its pages is searched: log, audit, events,
 * deliveries, readings, answers, mail, anomalies, calculations, the queue of the jobs.
 */
const mark = (what: string) => `canari${what}canari`

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
] as const
type ReaderName = (typeof READERS)[number]

const TEAM = ['the named counsellor', 'a colleague of the team', 'the director of the structure'] as const
const HOLDERS = [...TEAM, 'the counsellor of the other employer', 'the probation service that proposed'] as const

/** Who may meet each mark on a page, and whether somebody of them must: a mark that nobody ever sees proves nothing. */
const MARKS: Readonly<Record<string, { readonly may: readonly ReaderName[]; readonly seen: boolean }>> = {
  birthname: { may: [...HOLDERS, 'the payroll officer', 'the technical supervisor'], seen: true },
  formername: { may: [], seen: false },
  phone: { may: HOLDERS, seen: true },
  email: { may: HOLDERS, seen: true },
  address: { may: HOLDERS, seen: true },
  representative: { may: HOLDERS, seen: true },
  message: { may: [...TEAM, 'the probation service that proposed'], seen: true },
  sender: { may: ['the probation service that proposed'], seen: false },
  answer: { may: [...TEAM, 'the probation service that proposed'], seen: false },
  acipost: { may: [...TEAM, 'the payroll officer', 'the technical supervisor'], seen: true },
  aipost: { may: ['the counsellor of the other employer'], seen: true },
  illness: { may: [], seen: false },
  difficulties: { may: ['the named counsellor', 'a colleague of the team', 'the director of the structure'], seen: false },
  readreason: { may: TEAM, seen: false },
  grounds: { may: ['the DDETS officer'], seen: false },
}

async function aPostNamed(tx: Tx, organisationId: string, post: string): Promise<void> {
  await sql`update contract_version set post = ${post} where organisation_id = ${organisationId}`.execute(tx)
}

async function planted(tx: Tx) {
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
  await sql`insert into legal_representative (id, person_id, name, relation, until, recorded_at, recorded_by)
    values (${randomUUIDv7()}, ${person.id}, ${mark('representative')}, 'mère', '2028-02-06', '2026-01-05T09:00:00Z', ${person.id})`.execute(
    tx,
  )
  const sent = { person, sender: spip, sensitivity: 'justice' as const, senderName: mark('sender'), message: mark('message') }
  const application = await anApplication(tx, { ...sent, siae: aci.siae, receiver: aci.unit, state: 'accepted' })
  const toAi = await anApplication(tx, { ...sent, siae: ai.siae, receiver: ai.unit, state: 'accepted', message: 'Disponible.' })
  await sql`update application set answer = ${mark('answer')} where id = ${application.id}`.execute(tx)
  const hire = await aHire(tx, { ...aci, person, application })
  await aHire(tx, { ...ai, person, application: toAi })
  await aPostNamed(tx, aci.organisation.id, mark('acipost'))
  await aPostNamed(tx, ai.organisation.id, mark('aipost'))
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
    'another team of the carrier': (
      await aMemberIn(tx, aci.organisation, await aUnit(tx, aci.organisation, null, 'Autre équipe'), 'counsellor', { name: 'Alix Sorel' })
    ).accountId,
  }
}

/** Lists and forms that an address may fill. */
const SEARCHED = ['/personnes', '/orienter', '/candidatures', '/candidatures/export', '/mes-orientations', '/embauches', '/anomalies']

/** Which thing of the scene the first word of an address names; one that is not here is tried with the person and the structure. */
function addressesOf(path: string, scene: Scene): readonly string[] {
  if (!path.includes(':')) return [path, ...(SEARCHED.includes(path) ? [`${path}?q=canari`, `${path}?personne=${scene.person.id}`] : [])]
  const named: Readonly<Record<string, string>> = {
    personnes: scene.person.id,
    pass: scene.pass.id,
    candidatures: scene.application.id,
    orientations: scene.application.id,
    embauches: scene.hire.id,
    prolongations: scene.request.id,
    referents: scene.referent.id,
    structures: scene.aci.siae.id,
    organisations: scene.spip.organisation.id,
  }
  const known = named[path.split('/')[1] ?? '']
  const ids = known === undefined ? [scene.person.id, scene.aci.siae.id] : [known]
  return ids.map((id) => path.replace(/:\w+/g, id))
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
    const lines: string[] = []
    const server = await makeServer(world.runtime, makeLogger('trace', { write: (line) => void lines.push(line) }), {
      requestsPerMinute: 1_000_000,
    })
    const paths = slices.flatMap((slice) => slice.pages.filter((page) => page.get).map((page) => page.path))
    const addresses = [...new Set(paths.flatMap((path) => addressesOf(path, scene)))]
    const leaks: string[] = []
    const seen = new Set<string>()
    for (const who of READERS) {
      const token = (await openBrowser(world, readers[who])).token()
      for (const url of addresses) {
        const reply = await server.inject({ method: 'GET', url, cookies: { maillage_session: token } })
        if (reply.statusCode >= 500) leaks.push(`${who} meets a ${reply.statusCode} at ${url}`)
        // The words typed in a search box come back in it: they are the reader's own.
        const body = reply.payload.toLowerCase()
        for (const [what, { may }] of Object.entries(MARKS)) {
          if (!body.includes(mark(what))) continue
          seen.add(what)
          if (!may.includes(who)) leaks.push(`${who} reads « ${what} » at ${url}`)
        }
      }
    }
    assert.deepEqual([...new Set(leaks)], [])
    for (const [what, { seen: must }] of Object.entries(MARKS))
      if (must) assert.ok(seen.has(what), `nobody ever read « ${what} »: the test proves nothing of it`)

    // Acts too leave traces: a name changed, a death recorded, a right suspended and refused, an application answered.
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
    const acts = [
      await counsellor.post(`${page}/identite`, { ...identity, version: '1', usageName: mark('usage'), phone: 'x' }),
      await counsellor.post(`${page}/identite`, { ...identity, version: '9', usageName: mark('usage') }),
      await counsellor.post(`${page}/identite`, { ...identity, version: '1', usageName: mark('usage') }),
      await counsellor.post(`/candidatures/${scene.application.id}/refuser`, { reason: 'no-recruitment', answer: mark('answer') }),
      await counsellor.post(`/pass/${scene.pass.id}/suspendre`, { reason: 'sickness', explanation: mark('illness') }),
      await counsellor.post(`${page}/deces`, { version: '2', 'diedOn-day': '20', 'diedOn-month': '11', 'diedOn-year': '2026' }),
    ]
    assert.deepEqual(
      acts.map(({ status }) => status),
      [422, 422, 303, 303, 422, 303],
      acts.map(({ text }) => text.slice(0, 400)).join('\n'),
    )
    await dispatchEvents(
      world.database,
      world.clock,
      slices.flatMap((slice) => slice.subscriptions ?? []),
    )
    assert.ok((await world.look('select from audit')).length >= 3, 'refused or done, the acts left their trace')
    assert.doesNotMatch(await tracesOf(world), /canari\w+canari/i)
    assert.ok(lines.length > addresses.length)
    assert.doesNotMatch(lines.join(''), /canari/i)
  },
)
