import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aCounsellorWithAPass, aSuspension } from '../fixtures.ts'
import { passSummary } from '../queries/pass-summary.ts'
import { closePass } from './close-pass.ts'

async function scene(world: World, since: string) {
  return world.load(async (tx) => {
    const here = await aCounsellorWithAPass(tx, { first: '2025-01-06', last: '2027-01-05' })
    await aSuspension(tx, here.person, here.pass, { first: since })
    return here
  })
}
const asked = (pass: { id: string }, more = {}) => ({
  passId: pass.id,
  lastDay: '2026-11-20',
  examined: true,
  notifiedOn: '2026-11-10',
  ...more,
})

databaseTest('a stranger, a former member, a colleague whose team does not hold the person find no right', async (world) => {
  const here = await scene(world, '2025-11-01')
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, closePass, asked(here.pass))), ['platform/not-found'])
})

databaseTest('less than twelve months suspended, nothing examined, nobody told: every reason is said', async (world) => {
  const here = await scene(world, '2026-02-01')
  const performed = await doAs(world, here.member.accountId, closePass, asked(here.pass, { examined: false, notifiedOn: null }))
  assert.deepEqual(refusalsIn(performed), [
    'pass-iae/not-suspended-long-enough',
    'pass-iae/closure-not-examined',
    'pass-iae/closure-not-notified',
  ])
})

databaseTest('after twelve months the pathway ends, and the waiting period runs from the start of the suspension', async (world) => {
  const here = await scene(world, '2025-11-01')
  assert.equal((await doAs(world, here.member.accountId, closePass, asked(here.pass))).state, 'done')
  const told = await readAs(world, here.member.accountId, (ctx) => passSummary(ctx, here.personId))
  assert.equal(told?.last, day('2026-11-20'))
  assert.equal(told?.state, 'expired')
  assert.equal(told?.waiting?.last, day('2027-11-01'))
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, closePass, asked(here.pass))), ['pass-iae/already-closed'])
})
