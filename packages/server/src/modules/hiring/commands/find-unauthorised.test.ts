import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aContext, databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMember, anAuthorisation, anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'

const TYPED = { 'firstDay-day': '1', 'firstDay-month': '9', 'firstDay-year': '2026', grounds: 'Arrêté du 3 mars 2026 jamais signé.' }

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const body = await anOrganisation(tx, { name: 'Les Compagnons de la Cité', functions: ['prescriber'] })
    await anAuthorisation(tx, body, { kind: 'OHPD', basis: 'prefect', firstDay: '2024-01-01', lastDay: '2028-12-30' })
    const state = await anOrganisation(tx, { name: 'DDETS de l’Aude', functions: ['authority'] })
    const officer = await aMember(tx, state, 'authority_officer')
    const elsewhere = await anOrganisation(tx, { name: 'DEETS de La Réunion', functions: ['authority'], territory: 'departement-974' })
    return {
      body,
      state,
      officer,
      path: `/organisations/${body.id}/sans-habilitation`,
      outsiders: {
        'the prescriber itself': (await aMember(tx, body, 'director')).accountId,
        'the State elsewhere': (await aMember(tx, elsewhere, 'authority_officer')).accountId,
        'a former officer': (await aMember(tx, state, 'authority_officer', { lastDay: '2026-11-20' })).accountId,
      },
    }
  })

databaseTest('a visitor, the prescriber, the State of another département and a former officer find no such page', async (world) => {
  const { outsiders, path } = await scene(world)
  await isClosedTo(world, outsiders, { path, form: TYPED })
  assert.deepEqual(await world.look('select from prescriber_finding'), [])
})

/** A statement by somebody of the State's service, as a page with a hole would send it. */
async function inService<T>(
  world: World,
  { state, officer }: Awaited<ReturnType<typeof scene>>,
  statement: string,
  { role = 'authority_officer', account = officer.accountId }: { role?: string; account?: string } = {},
): Promise<readonly T[]> {
  const where = { organisation: state.id, functions: ['authority'], territories: ['departement-11'] }
  const context = aContext({ ...where, account, hatRole: role })
  return world.database.transaction({ role: 'maillage_app', context }, async (tx) => (await sql.raw<T>(statement).execute(tx)).rows)
}

databaseTest(
  'row security: an officer finds in their own name, of whom the préfet authorises, where and when they prescribed',
  async (world) => {
    const here = await scene(world)
    const others = await world.load(async (tx) => {
      const left = await anOrganisation(tx, { name: 'Partis en 2025' })
      await sql`insert into organisation_function (id, organisation_id, function, territory_id, first_day, last_day, recorded_at)
      values (gen_random_uuid(), ${left.id}, 'prescriber', 'departement-11', '2020-01-01', '2025-12-31', now())`.execute(tx)
      const ordered = await anOrganisation(tx, { name: 'Mission locale', functions: ['prescriber'] })
      await anAuthorisation(tx, ordered)
      return { left, ordered }
    })
    const finding = ({ of = here.body.id, on = '2026-09-01', by = here.officer.accountId, id = randomUUID() } = {}) =>
      `insert into prescriber_finding (id, organisation_id, authority_id, first_day, grounds, recorded_at, recorded_by)
      values ('${id}', '${of}', '${here.state.id}', '${on}', 'x', now(), '${by}')`
    for (const [why, refused, role] of [
      ['in the name of another', finding({ by: randomUUID() })],
      ['who prescribed here no more', finding({ of: others.left.id })],
      ['who prescribes by the order', finding({ of: others.ordered.id })],
      ['of a day to come', finding({ on: '2026-11-22' })],
      ['by who observes', finding(), 'observatory_officer'],
    ] as const)
      await assert.rejects(inService(world, here, refused, role ? { role } : {}), /row-level security/, why)
    const id = randomUUID()
    await inService(world, here, finding({ id }))
    const opened = `select open_prescription_cases('${id}', '{}', now()) as opened`
    await assert.rejects(inService(world, here, opened, { account: randomUUID() }), /not your finding/, 'a colleague')
    await assert.rejects(inService(world, here, opened, { role: 'observatory_officer' }), /not your finding/)
    assert.deepEqual(await inService(world, here, opened), [{ opened: 0 }])
    const subject = randomUUID()
    await inService(
      world,
      here,
      `insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
      values ('${subject}', 'pass-iae/prescriber-not-authorised', '{}', 'pass', '${subject}', '${here.state.id}', '{}', 'authority', '${TEST_DAY}', now())`,
    )
    for (const table of ['prescriber_finding', 'anomaly']) {
      assert.equal((await inService(world, here, `select id from ${table}`)).length, 1)
      assert.deepEqual(await inService(world, here, `select id from ${table}`, { role: 'observatory_officer' }), [], table)
    }
  },
)

databaseTest(
  'what the préfet had decided stays written, and who found it from the first day shortens nothing to one day',
  async (world) => {
    const { officer, path } = await scene(world)
    const browser = await openBrowser(world, officer.accountId)
    const known = () =>
      world.look(
        'select first_day::text, last_day::text, cancelled_at is null as stands from authorisation order by cancelled_at, last_day',
      )
    await browser.post(path, TYPED)
    const decided = { first_day: '2024-01-01', last_day: '2028-12-30', stands: false }
    assert.deepEqual(await known(), [decided, { first_day: '2024-01-01', last_day: '2026-08-31', stands: true }])
    await browser.post(path, { ...TYPED, 'firstDay-month': '1', 'firstDay-year': '2024' })
    assert.deepEqual(
      (await known()).filter(({ stands }) => stands),
      [],
    )
  },
)

databaseTest('whoever prescribes by the ministerial order is not judged by the préfet, and the page says whom to tell', async (world) => {
  const { body, officer, path } = await scene(world)
  await world.look("update authorisation set prescriber_kind = 'ML', basis = 'order', last_day = null where organisation_id = $1", [
    body.id,
  ])
  const answer = await (await openBrowser(world, officer.accountId)).post(path, TYPED)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /prescrit de droit, par l’arrêté ministériel.*prévenez l’administrateur/)
  assert.deepEqual(await world.look('select from prescriber_finding'), [])
})

databaseTest('the authorisation ends the day before, and the finding is kept with its grounds', async (world) => {
  const { officer, path } = await scene(world)
  const answer = await (await openBrowser(world, officer.accountId)).post(path, TYPED)
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await world.look('select last_day::text from authorisation where cancelled_at is null'), [{ last_day: '2026-08-31' }])
  assert.deepEqual(await world.look("select fields from audit where command = 'hiring/find-unauthorised'"), [
    { fields: ['firstDay', 'grounds'] },
  ])
})

databaseTest('a day to come, nothing written or the same finding twice is refused, with what is typed kept', async (world) => {
  const { officer, path } = await scene(world)
  const browser = await openBrowser(world, officer.accountId)
  for (const [more, sentence] of [
    [{ 'firstDay-month': '12' }, /Ce jour est dans l’avenir/],
    [{ grounds: '' }, /Écrivez sur quoi repose ce constat/],
    [{ 'firstDay-day': '' }, /jour/],
  ] as const) {
    const answer = await browser.post(path, { ...TYPED, ...more })
    assert.equal(answer.status, 422)
    assert.match(answer.text, sentence)
  }
  await browser.post(path, TYPED)
  const again = await browser.post(path, TYPED)
  assert.match(again.text, /Votre service a déjà fait ce constat/)
  assert.match(again.body, /jamais signé/)
})
