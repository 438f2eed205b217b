import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aCounsellorWithAPass } from '../fixtures.ts'
import { moveStartCommand } from './move-start.ts'

const future = (world: World) => world.load((tx) => aCounsellorWithAPass(tx, { first: '2026-12-01', last: '2028-11-29' }))

databaseTest('a stranger, a former member, a colleague whose team does not hold the person find no right', async (world) => {
  const here = await future(world)
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, moveStartCommand, { passId: here.pass.id, to: '2026-12-08' })), [
      'platform/not-found',
    ])
})

databaseTest('a right that has not begun moves with the hire, its length unchanged', async (world) => {
  const here = await future(world)
  const performed = await doAs(world, here.member.accountId, moveStartCommand, { passId: here.pass.id, to: '2026-12-08' })
  assert.equal(performed.state === 'done' && performed.value.moved, true)
  assert.deepEqual(await world.look('select first_day, last_day from pass_last_day where superseded_at is null'), [
    { first_day: '2026-12-08', last_day: '2028-12-06' },
  ])
})

databaseTest('a right that has begun stays where it is, and a hire too far is refused', async (world) => {
  const here = await world.load((tx) => aCounsellorWithAPass(tx))
  const { accountId } = here.member
  const performed = await doAs(world, accountId, moveStartCommand, { passId: here.pass.id, to: '2026-12-08' })
  assert.equal(performed.state === 'done' && performed.value.moved, false)
  assert.deepEqual(refusalsIn(await doAs(world, accountId, moveStartCommand, { passId: here.pass.id, to: '2027-03-01' })), [
    'pass-iae/hire-too-far',
  ])
})
