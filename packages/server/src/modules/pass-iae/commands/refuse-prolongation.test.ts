import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aWaitingRequest } from '../fixtures.ts'
import { refuseProlongation } from './refuse-prolongation.ts'

const asked = (requestId: string, more = {}) => ({ requestId, grounds: 'Un CDI est signé.', personNotifiedOn: '2026-11-20', ...more })

databaseTest('who asked and whoever does not hold the person refuse nothing', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const outsiders = await world.load((tx) => theOutsiders(tx, here))
  for (const { accountId } of [here.member, ...Object.values(outsiders)])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, refuseProlongation, asked(here.request.id))), ['platform/not-found'])
})

databaseTest('a no without written grounds, or before the person is told, is not regular', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const { accountId } = here.adviser.member
  const bare = asked(here.request.id, { grounds: '  ', personNotifiedOn: null })
  assert.deepEqual(refusalsIn(await doAs(world, accountId, refuseProlongation, bare)), [
    'pass-iae/refusal-not-reasoned',
    'pass-iae/refusal-not-notified',
  ])
  const later = asked(here.request.id, { personNotifiedOn: '2026-11-22' })
  assert.deepEqual(refusalsIn(await doAs(world, accountId, refuseProlongation, later)), ['pass-iae/notified-later'])
})

databaseTest('a regular no is kept with its grounds and its two notifications, and moves no day', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  assert.equal((await doAs(world, here.adviser.member.accountId, refuseProlongation, asked(here.request.id))).state, 'done')
  assert.deepEqual(await world.look('select state, grounds, siae_notified_on, person_notified_on from prolongation_request'), [
    { state: 'refused', grounds: 'Un CDI est signé.', siae_notified_on: '2026-11-21', person_notified_on: '2026-11-20' },
  ])
  assert.equal((await world.look('select from prolongation')).length, 0)
})
