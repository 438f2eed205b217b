import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aGridRead, JULY } from '../fixtures.ts'
import { abandonImport } from './abandon-import.ts'

databaseTest('a file given up is erased at once, by whoever sent it and by nobody else', async (world) => {
  const { runId, accountId, director } = await aGridRead(world, JULY)
  assert.deepEqual(refusalsIn(await doAs(world, director.accountId, abandonImport, { runId, version: 1 })), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, abandonImport, { runId, version: 1 })), [])
  assert.deepEqual(await world.look('select state, layout from import_run'), [{ state: 'abandoned', layout: null }])
  const kept = await world.look('select from import_line where content is not null')
  assert.equal(kept.length, 0)
  assert.deepEqual(refusalsIn(await doAs(world, accountId, abandonImport, { runId, version: 2 })), ['declarations/run-closed'])
})
