import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { classifyExit } from '@maillage/rules/exits'
import { readAs } from '../../../platform/testing/acting.ts'
import { aContext, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anEmployer, aStay } from '../../employment/fixtures.ts'
import { aReferent } from '../../people/fixtures.ts'
import { anExit, someHours } from '../fixtures.ts'
import { exitOfStay } from './exit-of-stay.ts'
import { exitsOf } from './exits-of.ts'

const YEAR = { first: day('2026-01-01'), last: day('2026-12-31') }

async function scene(world: World, reason: Parameters<typeof anExit>[2] = {}) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    const stay = await aStay(tx, here, { entry: '2026-06-01' })
    await someHours(tx, stay)
    return { ...here, stay, exit: await anExit(tx, stay, reason) }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>
const read = (world: World, here: Scene, accountId: string, days = YEAR) =>
  readAs(world, accountId, (ctx) => exitsOf(ctx, { siaeId: here.siae.id, ...days }))

databaseTest('another carrier reads no exit of this structure', async (world) => {
  const here = await scene(world)
  assert.deepEqual(await read(world, here, here.stranger.accountId), [])
  assert.equal(await readAs(world, here.stranger.accountId, (ctx) => exitOfStay(ctx, here.stay.id)), undefined)
})

databaseTest('the exits of a structure between two days, as the rules take them', async (world) => {
  const here = await scene(world)
  const [found, ...others] = await read(world, here, here.member.accountId)
  assert.ok(found && others.length === 0)
  assert.deepEqual(
    [found.id, found.stayId, found.personId, found.kind, found.entry, found.exitOn, found.reason, found.hours],
    [here.exit.id, here.stay.id, here.person.id, 'ACI', day('2026-06-01'), day('2026-10-31'), 'unemployed', 10_400],
  )
  assert.deepEqual(classifyExit(world.runtime.law, found).value, {
    class: 'other',
    counted: true,
    why: null,
    staysInIae: false,
    missing: [],
  })
  assert.deepEqual(await read(world, here, here.member.accountId, { first: day('2026-11-01'), last: day('2026-12-31') }), [])
  const [same] = [await readAs(world, here.member.accountId, (ctx) => exitOfStay(ctx, here.stay.id))]
  assert.deepEqual(same, found)
})

databaseTest('a health or justice reason is read by the referent; another member is told its class only', async (world) => {
  const here = await scene(world, { reason: 'detention' })
  const [told] = await read(world, here, here.member.accountId)
  assert.ok(told)
  assert.equal(told.reason, 'withheld')
  assert.equal(classifyExit(world.runtime.law, told).value.class, 'excluded')
  await world.load((tx) => aReferent(tx, { ...here, ...here.member }))
  assert.equal((await read(world, here, here.member.accountId))[0]?.reason, 'detention')
})

databaseTest('a cancelled exit, or a stay that was opened again, is no exit any more', async (world) => {
  const here = await scene(world)
  await world.look('update siae_stay set exit_day = null where id = $1', [here.stay.id])
  assert.deepEqual(await read(world, here, here.member.accountId), [])
  await world.look("update siae_stay set exit_day = '2026-10-31' where id = $1", [here.stay.id])
  await world.look('update exit_version set cancelled = true')
  assert.deepEqual(await read(world, here, here.member.accountId), [])
})

databaseTest('a job reads every exit with its reason', async (world) => {
  const here = await scene(world, { reason: 'detention' })
  const [found] = await world.database.transaction({ role: 'maillage_job', context: aContext() }, (tx) =>
    exitsOf({ tx, law: world.runtime.law }, { siaeId: here.siae.id, ...YEAR }),
  )
  assert.deepEqual([found?.reason, found?.hours], ['detention', 10_400])
})
