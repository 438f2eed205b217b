// « SIAE merges, changes SIRET, is liquidated: successor link; open files transferred with notice to people, or sealed; agreements end; history keeps the old name. » FIELD §7.15
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { anAnnex, anAuthorityOfficer } from '../modules/agreements/fixtures.ts'
import { anApplication } from '../modules/applications/fixtures.ts'
import { aStay } from '../modules/employment/fixtures.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { aMember, aSiret } from '../modules/organisations/fixtures.ts'
import { aPerson, aReferent } from '../modules/people/fixtures.ts'
import { signedIn } from '../platform/testing/acting.ts'
import { aContext, databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

/** The three boxes of a day. */
const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

/** Les Jardins (A) employ somebody who left a safe address, and have another application waiting; Les Ateliers (B) are of another carrier. */
async function twoCarriers(world: World, typed: object = {}) {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Les Ateliers du Minervois'] })
    const [a, b] = candidate.proposals
    assert.ok(a && b)
    await aSiret(tx, a.siae, '73282932000074')
    return {
      ...candidate,
      a: { ...a, director: await aMember(tx, a.organisation, 'director', { name: 'Maxime Vidal' }) },
      b: { ...b, director: await aMember(tx, b.organisation, 'director', { name: 'Dominique Faure' }) },
    }
  })
  const { person, a } = made
  await world.look(
    "insert into contact (id, person_id, kind, recorded_at, recorded_by) values ('01a1fdcc-a243-7c63-8c3d-ae0bb2392401', $1, 'email', now(), $1)",
    [person.id],
  )
  await world.look(
    `insert into contact_version (contact_id, person_id, version, value, safe, recorded_at, recorded_by)
     values ('01a1fdcc-a243-7c63-8c3d-ae0bb2392401', $1, 1, 'nadia@exemple.test', true, now(), $1)`,
    [person.id],
  )
  const hirer = await openBrowser(world, a.member.accountId)
  const answer = await hirer.post(`/candidatures/${a.application.id}/embaucher`, { ...HIRE_TYPED, ...typed })
  assert.equal(answer.status, 303, answer.text)
  return { ...made, page: `/personnes/${person.id}` }
}
type Carriers = Awaited<ReturnType<typeof twoCarriers>>

async function ends(world: World, { a, b }: Carriers, reason: string) {
  const director = await openBrowser(world, a.director.accountId)
  const successorId = reason === 'liquidated' ? '' : b.siae.id
  const form = { reason, successorId, 'lastDay-day': '15', 'lastDay-month': '12', 'lastDay-year': '2026' }
  const answer = await director.post(`/structures/${a.siae.id}/fin`, form)
  assert.equal(answer.status, 303, answer.text)
}

async function accepts(world: World, { b }: Carriers, answer = 'accepted') {
  const [said] = await world.look('select id from siae_succession')
  const done = await (await openBrowser(world, b.director.accountId)).post(`/reprises/${String(said?.['id'])}`, { answer })
  assert.equal(done.status, 303, done.text)
}

const STAYS = `select siae.name, entry_day::text, exit_day::text, cancelled_at is null as stands
  from siae_stay join siae on siae.id = siae_id order by siae.name desc, entry_day`

/** Nobody waits for a proposal of their own any more: what the other carrier reads comes from the succession alone. */
const withoutApplicationToB = (world: World, { b }: Carriers) =>
  world.look("update person_access set ends_on = '2026-11-20' where unit_id = $1 and source = 'application'", [b.unit.id])

databaseTest('until the other carrier accepts, nothing moves; refused, nothing has moved', async (world) => {
  const here = await twoCarriers(world)
  await ends(world, here, 'transferred')
  assert.deepEqual(await world.look('select from person_access where source = $1', ['succession']), [])
  await accepts(world, here, 'refused')
  assert.deepEqual(await world.look('select from siae where last_day is not null'), [])
  assert.deepEqual(await world.look('select from siae_stay where exit_day is not null'), [])
})

databaseTest('taken over: the files open to the successor the day after, and close to the former teams that day', async (world) => {
  const here = await twoCarriers(world)
  await withoutApplicationToB(world, here)
  await ends(world, here, 'transferred')
  await accepts(world, here)
  // Their team closes that day, by the clock of the database, which no test moves: it must not be what closes the file.
  await world.look("update membership_unit set last_day = '2999-12-31' where unit_id = $1", [here.a.unit.id])
  await world.look("update unit set last_day = '2999-12-31' where id = $1", [here.a.unit.id])
  const opens = async (accountId: string) => (await (await openBrowser(world, accountId)).get(here.page)).status
  world.clock.set('2026-12-15T09:00:00Z')
  assert.deepEqual([await opens(here.a.member.accountId), await opens(here.b.member.accountId)], [200, 404])
  world.clock.set('2026-12-16T09:00:00Z')
  assert.deepEqual([await opens(here.a.member.accountId), await opens(here.b.member.accountId)], [404, 200])
})

databaseTest(
  'the stay and the contract go on with the successor, under the same right; the former ones keep their name and dates',
  async (world) => {
    const here = await twoCarriers(world)
    await ends(world, here, 'merged')
    await accepts(world, here)
    assert.deepEqual(
      await world.look(
        'select siae.name, entry_day::text, exit_day::text from siae_stay join siae on siae.id = siae_id order by entry_day',
      ),
      [
        { name: 'Les Jardins du Lauragais', entry_day: '2026-12-01', exit_day: '2026-12-15' },
        { name: 'Les Ateliers du Minervois', entry_day: '2026-12-16', exit_day: null },
      ],
    )
    assert.deepEqual(
      await world.look(
        'select first_day::text, last_day::text, weekly_hours, reason from contract_version where superseded_at is null order by first_day',
      ),
      [
        { first_day: '2026-12-01', last_day: '2027-05-31', weekly_hours: 2600, reason: null },
        { first_day: '2026-12-16', last_day: '2027-05-31', weekly_hours: 2600, reason: 'succession' },
      ],
    )
    assert.deepEqual(await world.look('select count(*)::integer as rights from pass where cancelled_at is null'), [{ rights: 1 }])
  },
)

databaseTest('the person is told, at the address that nobody else reads; nothing personal is in the subject', async (world) => {
  const here = await twoCarriers(world)
  await ends(world, here, 'transferred')
  await accepts(world, here)
  const mails = await world.look("select recipient, subject, body from mail where subject like 'La structure%'")
  assert.deepEqual(
    mails.map(({ recipient }) => recipient),
    ['nadia@exemple.test'],
  )
  assert.match(
    String(mails[0]?.['body']),
    /«\sLes Jardins du Lauragais\s» s’arrête le 15\sdécembre\s2026.*«\sLes Ateliers du Minervois\s» continue/s,
  )
  assert.doesNotMatch(JSON.stringify(mails[0]?.['subject']), /Nadia|Benali|Jardins/)
})

databaseTest('liquidated without a successor: the files are sealed the day after, and the person keeps the right', async (world) => {
  const here = await twoCarriers(world)
  await ends(world, here, 'liquidated')
  world.clock.set('2026-12-16T09:00:00Z')
  for (const { accountId } of [here.a.member, here.a.director])
    assert.equal((await (await openBrowser(world, accountId)).get(here.page)).status, 404)
  assert.deepEqual(await world.look('select cancelled_at from pass'), [{ cancelled_at: null }])
  assert.equal(
    (await (await openBrowser(world, here.sender.member.accountId)).get(here.page)).status,
    200,
    'the prescriber still follows her',
  )
})

databaseTest('a new SIRET changes nothing else: the structure, its contracts and its former number stay', async (world) => {
  const here = await twoCarriers(world)
  const director = await openBrowser(world, here.a.director.accountId)
  const form = { siret: '73282932000082', 'firstDay-day': '1', 'firstDay-month': '12', 'firstDay-year': '2026' }
  const answer = await director.post(`/structures/${here.a.siae.id}/siret`, form)
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await world.look('select siret, last_day::text from siae_siret order by first_day'), [
    { siret: '73282932000074', last_day: '2026-11-30' },
    { siret: '73282932000082', last_day: null },
  ])
  assert.equal((await world.look('select from siae_stay where exit_day is null and cancelled_at is null')).length, 1)
  const card = (await director.get(`/structures/${here.a.siae.id}`)).text
  assert.match(card, /732 829 320 00074/)
})

databaseTest(
  'the agreement and its annex end with the structure, as they were signed until then; nothing is signed for after',
  async (world) => {
    const here = await twoCarriers(world)
    const officer = await world.load(async (tx) => {
      await anAnnex(tx, here.a.siae, { first: '2026-07-01', last: '2027-06-30' })
      return anAuthorityOfficer(tx)
    })
    const browser = await openBrowser(world, officer.accountId)
    const path = `/conventions/${here.a.siae.id}`
    const before = (await browser.get(path)).text
    assert.match(before, /juillet 2026 à juin 2027 12 mois 10 postes/)
    assert.doesNotMatch(before, /Prend fin le/)
    await ends(world, here, 'liquidated')
    const after = (await browser.get(path)).text
    assert.match(after, /du 1er janvier 2020 au 31 décembre 2029 .*Prend fin le 15 décembre 2026, dernier jour de la structure/)
    assert.match(after, /juillet 2026 à décembre 2026 6 mois 10 postes/)
    const annex = {
      number: '',
      measure: 'common',
      posts: '5',
      ...date('firstDay', '1', '1', '2027'),
      ...date('lastDay', '31', '12', '2027'),
    }
    const refused = await browser.post(`${path}/signer`, { ...annex, ...date('signedOn', '20', '11', '2026') })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /La structure a fermé le 15 décembre 2026 : rien ne peut commencer après/)
    // The rows say what was signed: the end is that of the structure, nobody signed another one.
    assert.deepEqual(await world.look('select last_day::text from agreement'), [{ last_day: '2029-12-31' }])
    assert.deepEqual(await world.look('select from annex_amendment'), [])
  },
)

databaseTest(
  'accepted after its last day: refused with what to do, since somebody may have been hired meanwhile; nothing moves',
  async (world) => {
    const here = await twoCarriers(world)
    await ends(world, here, 'merged')
    world.clock.set('2026-12-16T09:00:00Z')
    const [said] = await world.look('select id from siae_succession')
    const director = await openBrowser(world, here.b.director.accountId)
    const late = await director.post(`/reprises/${String(said?.['id'])}`, { answer: 'accepted' })
    assert.equal(late.status, 422)
    assert.match(late.text, /La date de reprise est passée : la structure devait s’arrêter le 15 décembre 2026/)
    assert.deepEqual(await world.look('select from siae where last_day is not null'), [])
    assert.equal((await director.post(`/reprises/${String(said?.['id'])}`, { answer: 'refused' })).status, 303)
  },
)

databaseTest('row security: the end itself refuses a day that has passed, whatever page asks', async (world) => {
  const here = await twoCarriers(world)
  await ends(world, here, 'merged')
  const [said] = await world.look("update siae_succession set last_day = '2026-11-20' returning id")
  const context = aContext({
    account: here.b.director.accountId,
    hatRole: 'director',
    organisation: here.b.organisation.id,
    functions: ['operator'],
  })
  await assert.rejects(
    world.database.transaction({ role: 'maillage_app', context }, (tx) =>
      sql`select succeed_siae(${said?.['id']}, 'x', 'x', now())`.execute(tx),
    ),
    /the last day has passed/,
  )
})

databaseTest('somebody whose work begins after the last day begins with the successor, on the day that was agreed', async (world) => {
  const here = await twoCarriers(world, { 'firstDay-day': '20' })
  await withoutApplicationToB(world, here)
  const before = await world.look('select id from person_access')
  await ends(world, here, 'merged')
  await accepts(world, here)
  assert.deepEqual(await world.look(STAYS), [
    { name: 'Les Jardins du Lauragais', entry_day: '2026-12-20', exit_day: null, stands: false },
    { name: 'Les Ateliers du Minervois', entry_day: '2026-12-20', exit_day: null, stands: true },
  ])
  assert.deepEqual(
    await world.look("select first_day::text, last_day::text from contract_version where reason = 'succession'"),
    [{ first_day: '2026-12-20', last_day: '2027-05-31' }],
    'the contract keeps its first day',
  )
  assert.deepEqual(
    await world.look("select circle, starts_on::text, ends_on::text from person_access where source = 'succession' order by circle"),
    ['employment', 'shared'].map((circle) => ({ circle, starts_on: '2026-12-16', ends_on: '2999-12-31' })),
  )
  const after = new Set((await world.look('select id from person_access')).map(({ id }) => id))
  assert.ok(
    before.every(({ id }) => after.has(id)),
    'no right is deleted',
  )
})

databaseTest('the successor reads for as long as was given, and nobody who was only proposed and answered', async (world) => {
  const here = await twoCarriers(world)
  await withoutApplicationToB(world, here)
  await world.look("update person_access set ends_on = '2026-12-31' where unit_id = $1 and circle = 'shared'", [here.a.unit.id])
  const refused = await world.load(async (tx) => {
    const person = await aPerson(tx, { organisation: here.sender.organisation, unit: here.sender.unit, birthName: 'Zidane' })
    await anApplication(tx, { person, siae: here.a.siae, receiver: here.a.unit, sender: here.sender })
    return person
  })
  await world.look("update application set state = 'refused', refusal_reason = 'other', processed_at = now() where person_id = $1", [
    refused.id,
  ])
  await ends(world, here, 'merged')
  await accepts(world, here)
  assert.deepEqual(
    await world.look("select person_id, circle, ends_on::text from person_access where source = 'succession' order by circle"),
    [
      { person_id: here.person.id, circle: 'employment', ends_on: '2999-12-31' },
      { person_id: here.person.id, circle: 'shared', ends_on: '2026-12-31' },
    ],
  )
})

databaseTest('somebody already expected by the successor goes on in that stay, which begins the day after', async (world) => {
  const here = await twoCarriers(world)
  await world.load((tx) =>
    aStay(tx, { person: here.person, siae: here.b.siae, unit: here.b.unit }, { entry: '2027-01-15', last: '2027-06-30' }),
  )
  await ends(world, here, 'merged')
  await accepts(world, here)
  assert.deepEqual(await world.look(STAYS), [
    { name: 'Les Jardins du Lauragais', entry_day: '2026-12-01', exit_day: '2026-12-15', stands: true },
    { name: 'Les Ateliers du Minervois', entry_day: '2026-12-16', exit_day: null, stands: true },
  ])
})

databaseTest('the team that closes has no members and no referents after that day, and a closed team opens nothing', async (world) => {
  const here = await twoCarriers(world)
  const { organisation, unit, member } = here.a
  await world.load((tx) => aReferent(tx, { organisation, unit, person: here.person, membershipId: member.membershipId }))
  await ends(world, here, 'merged')
  await accepts(world, here)
  for (const table of ['membership_unit', 'referent'])
    assert.deepEqual(await world.look(`select distinct last_day::text from ${table} where unit_id = $1`, [unit.id]), [
      { last_day: '2026-12-15' },
    ])
  await world.look('update membership_unit set last_day = null where unit_id = $1', [unit.id])
  // A hat is judged by the clock of the database, which no test moves.
  await world.look("update unit set last_day = '2999-12-31' where id = $1", [unit.id])
  assert.deepEqual((await signedIn(world, member.accountId)).hats[0]?.units, [unit.id])
  await world.look("update unit set last_day = '2026-11-20' where id = $1", [unit.id])
  assert.deepEqual((await signedIn(world, member.accountId)).hats[0]?.units, [])
})
