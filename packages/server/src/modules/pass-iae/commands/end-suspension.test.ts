import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aCounsellorWithAPass, aSuspension } from '../fixtures.ts'
import { endSuspension } from './end-suspension.ts'

async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await aCounsellorWithAPass(tx)
    return { ...here, suspension: await aSuspension(tx, here.person, here.pass, { first: '2026-10-01' }) }
  })
}
const asked = ({ pass, suspension }: Awaited<ReturnType<typeof scene>>, more = {}) => ({
  passId: pass.id,
  suspensionId: suspension.id,
  version: 1,
  lastDay: '2026-11-20',
  ...more,
})

databaseTest('a stranger, a former member, a colleague whose team does not hold the person find no right', async (world) => {
  const here = await scene(world)
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, endSuspension, asked(here))), ['platform/not-found'])
})

databaseTest('the suspension ends that day, and the end of the right moves by the days suspended only', async (world) => {
  const here = await scene(world)
  assert.equal((await doAs(world, here.member.accountId, endSuspension, asked(here))).state, 'done')
  assert.deepEqual(await world.look('select version, last_day, cause from suspension_version where superseded_at is null'), [
    { version: 2, last_day: '2026-11-20', cause: 'return' },
  ])
  assert.deepEqual(await world.look('select last_day from pass_last_day where superseded_at is null'), [{ last_day: '2028-02-24' }])
})

databaseTest('a day before the first one, or a version that somebody changed, is turned back', async (world) => {
  const here = await scene(world)
  const { accountId } = here.member
  assert.deepEqual(refusalsIn(await doAs(world, accountId, endSuspension, asked(here, { lastDay: '2026-09-30' }))), [
    'pass-iae/suspension-ends-before-it-begins',
  ])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, endSuspension, asked(here, { version: 2 }))), ['platform/stale'])
})
