import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anAdviser, theOutsiders } from '../../eligibility/fixtures.ts'
import { aCounsellorWithAPass } from '../fixtures.ts'
import { myRequests } from '../queries/pass-requests.ts'
import { askProlongation } from './ask-prolongation.ts'

async function scene(world: World, birthDate = '1970-05-03') {
  return world.load(async (tx) => {
    const here = await aCounsellorWithAPass(tx, { first: '2025-01-06', last: '2027-01-05', birthDate })
    return { ...here, adviser: await anAdviser(tx) }
  })
}
const asked = ({ pass, siae, adviser }: Awaited<ReturnType<typeof scene>>, more = {}) => ({
  passId: pass.id,
  siaeId: siae.id,
  reason: 'senior' as const,
  relation: 'employs' as const,
  lastDay: '2027-06-30',
  titleLast: null,
  trainingFirst: null,
  trainingLast: null,
  contractSignedOn: null,
  explanation: 'Permis en cours',
  decidingUnitId: adviser.unitId,
  ...more,
})

databaseTest('a stranger, a former member, a colleague whose team does not hold the person find no right', async (world) => {
  const here = await scene(world)
  for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here))))
    assert.deepEqual(refusalsIn(await doAs(world, accountId, askProlongation, asked(here))), ['platform/not-found'])
})

databaseTest('the prescriber asked reads the person and the right while the request waits, and nobody did before', async (world) => {
  const here = await scene(world)
  const { accountId } = here.adviser.member
  const visible = () =>
    readAs(world, accountId, async (ctx) =>
      (await myRequests(ctx)).map(({ personName, passLast }) => ({ personName, passLast: passLast !== null })),
    )
  assert.deepEqual(await visible(), [])
  const performed = await doAs(world, here.member.accountId, askProlongation, asked(here))
  assert.equal(performed.state === 'done' && performed.value.state, 'requested')
  assert.deepEqual(await visible(), [{ personName: 'Nadia BENALI', passLast: true }])
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, askProlongation, asked(here))), [
    'pass-iae/prolongation-already-asked',
  ])
})

databaseTest('too young, too long, no prescriber: each refused at its box', async (world) => {
  const here = await scene(world, '1990-05-03')
  const { accountId } = here.member
  assert.deepEqual(refusalsIn(await doAs(world, accountId, askProlongation, asked(here))), ['pass-iae/prolongation-too-young'])
  const ofOne = { reason: 'particular-difficulties' as const, lastDay: '2028-06-30' }
  assert.deepEqual(refusalsIn(await doAs(world, accountId, askProlongation, asked(here, ofOne))), [
    'pass-iae/prolongation-decision-too-long',
  ])
  const toNobody = { reason: 'particular-difficulties' as const, decidingUnitId: '' }
  assert.deepEqual(refusalsIn(await doAs(world, accountId, askProlongation, asked(here, toNobody))), ['pass-iae/prescriber-to-choose'])
})

databaseTest('what a ground stands on is asked for when it is missing', async (world) => {
  const here = await scene(world)
  const performed = await doAs(world, here.member.accountId, askProlongation, asked(here, { reason: 'disabled-worker' }))
  assert.deepEqual(refusalsIn(performed), ['pass-iae/missing-disabled-worker-title'])
})

databaseTest('to complete a training, the structure prolongs by itself and the last day moves at once', async (world) => {
  const here = await scene(world)
  const training = {
    reason: 'training-to-complete' as const,
    trainingFirst: '2026-10-01',
    trainingLast: '2027-03-31',
    lastDay: '2027-03-31',
    decidingUnitId: '',
  }
  const performed = await doAs(world, here.member.accountId, askProlongation, asked(here, training))
  assert.equal(performed.state === 'done' && performed.value.state, 'prolonged')
  assert.deepEqual(await world.look('select last_day from pass_last_day where superseded_at is null'), [{ last_day: '2027-03-31' }])
})
