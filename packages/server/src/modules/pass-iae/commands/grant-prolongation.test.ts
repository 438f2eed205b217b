import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { committedTest, databaseTest } from '../../../platform/testing/database-test.ts'
import { anAdviser, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aWaitingRequest } from '../fixtures.ts'
import { requestsOf } from '../queries/pass-requests.ts'
import { grantProlongation } from './grant-prolongation.ts'

const asked = (requestId: string, more = {}) => ({ requestId, grounds: '', personNotifiedOn: null, ...more })

databaseTest('who asked, a stranger, another prescriber: none of them answers', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const [outsiders, other] = await world.load(async (tx) => [
    await theOutsiders(tx, here),
    await anAdviser(tx, 'PLIE', 'PLIE du Narbonnais'),
  ])
  for (const { accountId } of [here.member, other.member, ...Object.values(outsiders)])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, grantProlongation, asked(here.request.id))), ['platform/not-found'])
})

databaseTest('the prescriber grants: the last day moves, the structure reads the answer, the circle closes tonight', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  assert.equal((await doAs(world, here.adviser.member.accountId, grantProlongation, asked(here.request.id))).state, 'done')
  assert.deepEqual(await world.look('select last_day from pass_last_day where superseded_at is null'), [{ last_day: '2027-06-30' }])
  const [told] = await readAs(world, here.member.accountId, (ctx) => requestsOf(ctx, here.pass.id))
  assert.equal(told?.state, 'granted')
  assert.deepEqual(await world.look("select ends_on from person_access where circle = 'request'"), [{ ends_on: '2026-11-21' }])
  assert.deepEqual(refusalsIn(await doAs(world, here.adviser.member.accountId, grantProlongation, asked(here.request.id))), [
    'pass-iae/request-answered',
  ])
})

databaseTest('an organisation whose authorisation has ended decides nothing', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx, null))
  assert.deepEqual(refusalsIn(await doAs(world, here.adviser.member.accountId, grantProlongation, asked(here.request.id))), [
    'pass-iae/declarant-not-entitled',
  ])
})

committedTest(
  'ten advisers of the team grant the same request at the same second: the right is prolonged once',
  async (world) => {
    const here = await world.load((tx) => aWaitingRequest(tx))
    const { organisation, unit } = here.adviser
    const team = await world.load(async (tx) => {
      const accounts = []
      for (let count = 0; count < 10; count++) accounts.push((await aMemberIn(tx, organisation, unit, 'prescriber')).accountId)
      return accounts
    })
    const done = await Promise.all(team.map((accountId) => doAs(world, accountId, grantProlongation, asked(here.request.id))))
    assert.equal(done.filter(({ state }) => state === 'done').length, 1)
    assert.deepEqual([...new Set(done.flatMap(refusalsIn))], ['pass-iae/request-answered'])
    assert.equal((await world.look('select from prolongation')).length, 1)
    assert.deepEqual(await world.look('select last_day from pass_last_day where superseded_at is null'), [{ last_day: '2027-06-30' }])
  },
  { only: 'postgresql' },
)
