import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStay } from '../fixtures.ts'
import { amendContract } from './amend-contract.ts'

const TYPED = { effectOn: '2026-09-01', weeklyHours: '30', worksiteId: '', post: '', market: '', lot: '', clauseKind: '' }

/** 26 hours a week until 31 December 2026. */
async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    return { ...here, stay: await aStay(tx, here) }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>
const amends = (world: World, { stay, member }: Scene, more = {}, accountId = member.accountId) =>
  doAs(world, accountId, amendContract, { ...TYPED, contractId: stay.contractId, version: 1, ...more })

databaseTest('another carrier and another role amend nothing', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await amends(world, here, {}, here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await amends(world, here, {}, supervisor.accountId)), ['employment/not-yours'])
})

databaseTest('other hours from a day: what was signed remains, with the day each holds from', async (world) => {
  const here = await scene(world)
  const site = await world.load((tx) => aWorksite(tx, here.siae))
  assert.equal((await amends(world, here, { worksiteId: site.id, market: 'Espaces verts', clauseKind: 'Article 30' })).state, 'done')
  assert.deepEqual(
    await world.look(
      'select version, weekly_hours, effect_on::text, market, reason, superseded_at is null as current from contract_version order by version',
    ),
    [
      { version: 1, weekly_hours: 2600, effect_on: null, market: null, reason: null, current: false },
      { version: 2, weekly_hours: 3000, effect_on: '2026-09-01', market: 'Espaces verts', reason: 'amended', current: true },
    ],
  )
})

databaseTest('the weekly minimum is an average over the contract: the amendment counts from its day only', async (world) => {
  const here = await scene(world)
  const open = () => world.look("select rule from anomaly where subject_table = 'contract' and resolved_at is null")
  assert.equal((await amends(world, here, { effectOn: '2026-12-01', weeklyHours: '10' })).state, 'done')
  assert.deepEqual(await open(), [])
  assert.equal((await amends(world, here, { effectOn: '2026-12-01', weeklyHours: '10', post: 'Maraîchage', version: 2 })).state, 'done')
  await world.look('update contract_version set weekly_hours = 1000 where version = 1')
  assert.equal((await amends(world, here, { effectOn: '2026-12-01', weeklyHours: '12', version: 3 })).state, 'done')
  assert.deepEqual(await open(), [{ rule: 'employment/weekly-hours-below-minimum' }])
})

databaseTest('an amendment outside the contract, before another, or that changes nothing is turned back', async (world) => {
  const here = await scene(world)
  const refused = async (more: object) => refusalsIn(await amends(world, here, more))
  assert.deepEqual(await refused({ effectOn: '2026-01-05' }), ['employment/amendment-outside'])
  assert.deepEqual(await refused({ effectOn: '2027-01-01' }), ['employment/amendment-outside'])
  assert.deepEqual(await refused({ weeklyHours: '26' }), ['employment/nothing-amended'])
  assert.deepEqual(await refused({}), [])
  assert.deepEqual(await refused({ version: 2, effectOn: '2026-08-31', weeklyHours: '28' }), ['employment/amendment-before-another'])
  assert.deepEqual(await refused({ weeklyHours: '28' }), ['platform/stale'])
})
