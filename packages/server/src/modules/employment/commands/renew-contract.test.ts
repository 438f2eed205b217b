import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStay, CONTRACT_TYPED } from '../fixtures.ts'
import { cancelContract } from './cancel-contract.ts'
import { renewContract } from './renew-contract.ts'

const { type: _type, ...TYPED } = { ...CONTRACT_TYPED, firstDay: '2027-01-01', lastDay: '2027-06-30' }

/** A contract until 31 December 2026. */
async function scene(world: World, more: Parameters<typeof aStay>[2] = {}) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    return { ...here, stay: await aStay(tx, here, more) }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>
const renews = (world: World, { stay, member }: Scene, more = {}, accountId = member.accountId) =>
  doAs(world, accountId, renewContract, { ...TYPED, contractId: stay.contractId, version: 1, ...more })

databaseTest('another carrier and another role renew nothing', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await renews(world, here, {}, here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await renews(world, here, {}, supervisor.accountId)), ['employment/not-yours'])
})

databaseTest('a renewal is another contract of the same stay and type, that says which it renews', async (world) => {
  const here = await scene(world)
  assert.equal((await renews(world, here, { lastDay: '2027-02-28' })).state, 'done')
  assert.deepEqual(
    await world.look(
      'select contract.stay_id = $1 as same, contract.renews = $2 as renews, type, first_day::text from contract join contract_version on contract_id = id where renews is not null',
      [here.stay.id, here.stay.contractId],
    ),
    [{ same: true, renews: true, type: 'CDDI', first_day: '2027-01-01' }],
  )
  assert.equal((await world.look("select from anomaly where rule = 'employment/first-contract-too-short'")).length, 0)
  assert.deepEqual(refusalsIn(await renews(world, here)), ['employment/already-renewed'])
})

databaseTest('renewed beyond 24 months, the contract is recorded, and the law says otherwise in the same transaction', async (world) => {
  const here = await scene(world, { entry: '2025-01-06' })
  assert.equal((await renews(world, here, { lastDay: '2027-06-30' })).state, 'done')
  assert.deepEqual(await world.look("select rule from anomaly where subject_table = 'contract' and resolved_at is null"), [
    { rule: 'employment/contracts-too-long-together' },
  ])
})

for (const [lastDay, sentence, rules] of [
  [null, 'a renewal signed without a term is recorded, with an anomaly', [{ rule: 'employment/term-missing' }]],
  ['2027-06-30', 'a renewal with its term opens none', []],
] as const) {
  databaseTest(sentence, async (world) => {
    assert.equal((await renews(world, await scene(world), { lastDay })).state, 'done')
    assert.deepEqual(await world.look("select rule from anomaly where rule = 'employment/term-missing'"), rules)
  })
}

databaseTest('what cannot be a renewal is turned back', async (world) => {
  const here = await scene(world)
  const site = await world.load((tx) => aWorksite(tx, here.otherSiae))
  assert.deepEqual(refusalsIn(await renews(world, here, { firstDay: '2026-12-31' })), ['employment/renewal-before-the-end'])
  assert.deepEqual(refusalsIn(await renews(world, here, { lastDay: '2026-12-31' })), ['employment/ends-before-it-begins'])
  assert.deepEqual(refusalsIn(await renews(world, here, { worksiteId: site.id })), ['employment/worksite-of-another'])
  assert.deepEqual(refusalsIn(await renews(world, here, { version: 2 })), ['platform/stale'])
  await world.look("update siae_stay set exit_day = '2026-11-13' where id = $1", [here.stay.id])
  assert.deepEqual(refusalsIn(await renews(world, here)), ['employment/stay-ended'])
})

databaseTest('a contract without a term is not renewed; a renewal cancelled leaves room for another', async (world) => {
  const here = await scene(world)
  const done = await renews(world, here)
  assert.ok(done.state === 'done')
  assert.equal((await doAs(world, here.member.accountId, cancelContract, { contractId: done.value.contractId })).state, 'done')
  assert.equal((await renews(world, here)).state, 'done')
  await world.look('update contract_version set last_day = null where contract_id = $1', [here.stay.contractId])
  assert.deepEqual(refusalsIn(await renews(world, here)), ['employment/open-ended'])
})
