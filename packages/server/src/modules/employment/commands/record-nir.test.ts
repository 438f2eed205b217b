import assert from 'node:assert/strict'
import { shownNir } from '@maillage/kernel'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { committedTest, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aNir, aNumber, aTeamAtWork, aWorkerNamed } from '../fixtures.ts'
import { recordNir } from './record-nir.ts'

const NUMBER = aNumber('90', 1)

async function scene(world: World) {
  return world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    return { ...team, ana: (await aWorkerNamed(tx, team, 'Abadie')).person, bea: (await aWorkerNamed(tx, team, 'Brun')).person }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>

const records = async (world: World, { payroll, ana }: Scene, more: Partial<z.input<typeof recordNir.schema>> = {}) =>
  doAs(world, payroll.accountId, recordNir, { personId: ana.id, read: '', number: shownNir(NUMBER), missing: '', ...more })

databaseTest(
  'who accompanies, directs, supervises or works elsewhere records no number, nor does payroll of somebody never employed',
  async (world) => {
    const here = await scene(world)
    const asked = { personId: here.ana.id, read: '', number: NUMBER, missing: '' } as const
    for (const who of [here.counsellor, here.director, here.supervisor, here.stranger])
      assert.deepEqual(refusalsIn(await doAs(world, who.accountId, recordNir, asked)), ['employment/nir-not-yours'])
    const elsewhere = await world.load((tx) => aMemberIn(tx, { id: here.otherSiae.organisationId }, here.otherUnit, 'payroll_officer'))
    assert.deepEqual(refusalsIn(await doAs(world, elsewhere.accountId, recordNir, asked)), ['platform/not-found'])
    assert.deepEqual(await world.look('select from nir'), [])
  },
)

for (const [what, typed, refusal] of [
  ['neither a number nor a reason', { number: '' }, 'employment/nir-or-reason'],
  ['both', { missing: 'none' }, 'employment/nir-and-reason'],
  ['a number cut short', { number: '2 90 05' }, 'employment/nir-shape'],
  ['a number given while another is awaited', { number: `7${NUMBER.slice(1)}` }, 'employment/nir-provisional'],
  ['a key that the number does not give', { number: `${NUMBER.slice(0, 12)}9${NUMBER.slice(13)}` }, 'employment/nir-key'],
  ['what was read before somebody changed it', { read: '0' }, 'platform/stale'],
] as const)
  databaseTest(`${what}: nothing is recorded`, async (world) => {
    assert.deepEqual(refusalsIn(await records(world, await scene(world), typed)), [refusal])
    assert.deepEqual(await world.look('select from nir'), [])
  })

databaseTest('the number is sealed, and in nothing written beside it', async (world) => {
  const here = await scene(world)
  assert.equal((await records(world, here)).state, 'done')
  const [row] = await world.look('select number, mark, missing, organisation_id from nir')
  assert.match(String(row?.['number']), /^tests\./)
  assert.deepEqual([row?.['missing'], row?.['organisation_id']], [null, here.organisation.id])
  const written = await world.look(
    'select nir::text as line from nir union all select audit::text from audit union all select request_outcome::text from request_outcome',
  )
  assert.doesNotMatch(JSON.stringify(written), new RegExp(NUMBER.slice(1, 10)))
  assert.match(JSON.stringify(written), /employment\/record-nir/)
})

databaseTest('a reason takes the place of a number, and a number of a reason; what was known before is gone', async (world) => {
  const here = await scene(world)
  assert.equal((await records(world, here, { number: '', missing: 'not-given' })).state, 'done')
  const known = async () => (await world.look('select id, missing from nir')).map(({ id, missing }) => ({ id: String(id), missing }))
  const [first] = await known()
  assert.equal(first?.missing, 'not-given')
  assert.equal((await records(world, here, { read: first.id })).state, 'done')
  const [second] = await known()
  assert.equal(second?.missing, null)
  assert.deepEqual(refusalsIn(await records(world, here, { read: first.id })), ['platform/stale'])
  assert.equal((await records(world, here, { read: second.id, number: '', missing: 'none' })).state, 'done')
  assert.deepEqual(
    (await known()).map(({ missing }) => missing),
    ['none'],
  )
})

databaseTest('a number is that of one person of the organisation, and says so by name; another organisation may hold it', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aNir(tx, { person: here.bea, organisation: { id: here.otherSiae.organisationId } }, { number: NUMBER }))
  assert.equal((await records(world, here)).state, 'done')
  const done = await records(world, here, { personId: here.bea.id })
  assert.ok(done.state === 'refused')
  assert.deepEqual(
    done.refusals.map(({ code, details }) => [code, details]),
    [['employment/nir-of-another', { name: 'Ana ABADIE' }]],
  )
})

committedTest('the same number for two people at the same second is recorded once', async (world) => {
  const here = await scene(world)
  const done = await Promise.all([here.ana, here.bea].map(({ id }) => records(world, here, { personId: id })))
  assert.deepEqual(done.flatMap(refusalsIn), ['employment/nir-of-another'])
  assert.equal((await world.look('select from nir')).length, 1)
})
