import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aContext, databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae, aUnit, outsidersOf } from '../fixtures.ts'

const TYPED = { reason: 'closed', successorId: '', 'lastDay-day': '30', 'lastDay-month': '11', 'lastDay-year': '2026' }

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const siae = await aSiae(tx, organisation)
    const other = await aSiae(tx, organisation, { name: 'La Ressourcerie', kind: 'EI' })
    await aUnit(tx, organisation, { siae, name: 'Équipe des Jardins' })
    return {
      organisation,
      siae,
      other,
      director: await aMember(tx, organisation, 'director'),
      outsiders: await outsidersOf(tx, organisation),
      path: `/structures/${siae.id}/fin`,
    }
  })

databaseTest('a visitor, another role, another organisation and a former director end no structure', async (world) => {
  const { outsiders, path } = await scene(world)
  await isClosedTo(world, outsiders, { path, form: TYPED })
  assert.deepEqual(await world.look('select from siae_succession'), [])
})

databaseTest('closed without a successor: the structure and its teams end that day, and nothing is added afterwards', async (world) => {
  const { siae, director, path } = await scene(world)
  const browser = await openBrowser(world, director.accountId)
  const answer = await browser.post(path, TYPED)
  assert.equal(answer.location, `/structures/${siae.id}`, answer.text)
  assert.deepEqual(await world.look('select last_day::text, successor_id from siae where id = $1', [siae.id]), [
    { last_day: '2026-11-30', successor_id: null },
  ])
  assert.deepEqual(await world.look('select last_day::text from unit'), [{ last_day: '2026-11-30' }])
  assert.match((await browser.post(path, TYPED)).text, /La fin de cette structure est déjà enregistrée/)
})

databaseTest('a successor missing, without a team, or a day passed is said at its box, and nothing changes', async (world) => {
  const { other, director, path } = await scene(world)
  const browser = await openBrowser(world, director.accountId)
  for (const [more, sentence] of [
    [{ reason: '' }, /Dites comment la structure s’arrête/],
    [{ reason: 'merged' }, /Choisissez la structure qui continue/],
    [{ reason: 'merged', successorId: other.id }, /« La Ressourcerie » n’a aucune équipe/],
    [{ 'lastDay-day': '20' }, /aujourd’hui/],
    [{ 'lastDay-day': '31' }, /n’existe pas|jour/],
  ] as const) {
    const answer = await browser.post(path, { ...TYPED, ...more })
    assert.equal(answer.status, 422, String(sentence))
    assert.match(answer.text, sentence)
  }
  assert.deepEqual(await world.look('select from siae_succession'), [])
  assert.deepEqual(await world.look('select from siae where last_day is not null'), [])
})

databaseTest(
  'row security: only who steers the carrier, in their own name, says the end of a structure, and of no day passed',
  async (world) => {
    const { organisation, siae, other, director } = await scene(world)
    const says = ({ role = 'director', by = director.accountId, on = '2026-11-30' } = {}) => {
      const context = aContext({ account: director.accountId, hatRole: role, organisation: organisation.id, functions: ['operator'] })
      return world.database.transaction({ role: 'maillage_app', context }, (tx) =>
        sql`insert into siae_succession (id, siae_id, organisation_id, successor_id, successor_organisation_id, last_day, reason, state, recorded_at, recorded_by)
        values (gen_random_uuid(), ${siae.id}, ${organisation.id}, ${other.id}, ${organisation.id}, ${on}, 'merged', 'waiting', now(), ${by})`.execute(
          tx,
        ),
      )
    }
    for (const forged of [
      { role: 'technical_supervisor' },
      { role: 'counsellor' },
      { by: randomUUID() },
      { on: '2024-06-30' },
      { on: '2026-11-20' },
    ])
      await assert.rejects(says(forged), /row-level security/, JSON.stringify(forged))
    await says({ on: TEST_DAY })
    assert.equal((await world.look('select from siae_succession')).length, 1)
  },
)
