import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aPerson, givesAccess, twoFiles } from '../fixtures.ts'
import { proposeMerge } from './propose-merge.ts'

databaseTest('whoever follows one of the files only, or reads only, proposes nothing', async (world) => {
  const { kept, absorbed, organisation, holder, payroll } = await world.load(twoFiles)
  const { hidden } = await world.load(async (tx) => ({ hidden: await aPerson(tx, { organisation }) }))
  const codes = async (accountId: string, keptId: string, absorbedId: string) =>
    refusalsIn(await doAs(world, accountId, proposeMerge, { keptId, absorbedId }))
  assert.deepEqual(await codes(payroll.accountId, kept.id, absorbed.id), ['people/not-yours'])
  assert.deepEqual(await codes(holder.accountId, kept.id, hidden.id), ['platform/not-found'])
  assert.deepEqual(await codes(holder.accountId, kept.id, kept.id), ['people/merge-itself'])
})

databaseTest('who follows both proposes once; the other way round is the same proposal', async (world) => {
  const { kept, absorbed, holder, unit } = await world.load(twoFiles)
  await world.load((tx) => givesAccess(tx, kept, unit, { circle: 'employment', source: 'hire' }))
  assert.equal((await doAs(world, holder.accountId, proposeMerge, { keptId: kept.id, absorbedId: absorbed.id })).state, 'done')
  const again = await doAs(world, holder.accountId, proposeMerge, { keptId: absorbed.id, absorbedId: kept.id })
  assert.deepEqual(refusalsIn(again), ['people/merge-already-proposed'])
})
