import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoFiles } from '../fixtures.ts'
import { confirmMerge } from './confirm-merge.ts'
import { proposeMerge } from './propose-merge.ts'
import { undoMerge } from './undo-merge.ts'

const WRITTEN = [
  'select id, state, merged_into from person order by id',
  'select id, person_id, kind, value, superseded_at from person_name order by id',
  'select id, person_id, unit_id, circle from person_access order by id',
  'select id, person_id from contact order by id',
  'select contact_id, person_id, version, value from contact_version order by contact_id',
]
const written = async (world: World) => {
  const all = []
  for (const statement of WRITTEN) all.push(await world.look(statement))
  return all
}

databaseTest('nobody but an administrator undoes; undone, every row is where it was', async (world) => {
  const { kept, absorbed, holder, administrator } = await world.load(twoFiles)
  const before = await written(world)
  const performed = await doAs(world, holder.accountId, proposeMerge, { keptId: kept.id, absorbedId: absorbed.id })
  assert.ok(performed.state === 'done')
  const { mergeId } = performed.value
  await doAs(world, administrator.accountId, confirmMerge, { mergeId })
  assert.notDeepEqual(await written(world), before)
  assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, undoMerge, { mergeId })), ['platform/not-found'])
  assert.equal((await doAs(world, administrator.accountId, undoMerge, { mergeId })).state, 'done')
  assert.deepEqual(await written(world), before)
  assert.deepEqual(refusalsIn(await doAs(world, administrator.accountId, undoMerge, { mergeId })), ['platform/not-found'])
})
