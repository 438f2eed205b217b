import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aWaitingRequest } from '../fixtures.ts'
import { withdrawProlongation } from './withdraw-prolongation.ts'

databaseTest('the prescriber asked and whoever does not hold the person take nothing back', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const outsiders = await world.load((tx) => theOutsiders(tx, here))
  for (const { accountId } of [here.adviser.member, ...Object.values(outsiders)])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, withdrawProlongation, { requestId: here.request.id })), ['platform/not-found'])
})

databaseTest('who asked takes the request back, once, and the prescriber reads the person until tonight only', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const { accountId } = here.member
  assert.equal((await doAs(world, accountId, withdrawProlongation, { requestId: here.request.id })).state, 'done')
  assert.deepEqual(await world.look("select ends_on from person_access where circle = 'request'"), [{ ends_on: '2026-11-21' }])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, withdrawProlongation, { requestId: here.request.id })), [
    'pass-iae/request-answered',
  ])
})
