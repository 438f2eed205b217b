import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aCounsellorWithAPass } from '../fixtures.ts'
import { heldPasses } from '../queries/held-passes.ts'
import { cancelPassCommand } from './cancel-pass.ts'

const scene = (world: World) => world.load((tx) => aCounsellorWithAPass(tx))

databaseTest('a stranger, a former member, a colleague whose team does not hold the person find no right', async (world) => {
  const here = await scene(world)
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, cancelPassCommand, { passId: here.pass.id })), ['platform/not-found'])
})

databaseTest('a right cancelled stays written and covers no day any more; nobody cancels it twice', async (world) => {
  const here = await scene(world)
  const { accountId } = here.member
  assert.equal((await doAs(world, accountId, cancelPassCommand, { passId: here.pass.id })).state, 'done')
  assert.deepEqual(await readAs(world, accountId, (ctx) => heldPasses(ctx, here.personId)), [])
  assert.equal((await world.look('select from pass_last_day where superseded_at is null')).length, 0)
  assert.deepEqual(refusalsIn(await doAs(world, accountId, cancelPassCommand, { passId: here.pass.id })), ['pass-iae/already-cancelled'])
})
