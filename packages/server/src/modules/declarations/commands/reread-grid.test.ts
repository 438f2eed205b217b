import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anExit } from '../../exits/fixtures.ts'
import { aGridRead, JULY } from '../fixtures.ts'
import { recordGrid } from './record-grid.ts'
import { rereadGrid } from './reread-grid.ts'

databaseTest('facts that changed since the reading stop the recording; read again, the line knows them', async (world) => {
  const { runId, accountId, director, lucas, now } = await aGridRead(world, JULY)
  await world.load((tx) => anExit(tx, lucas.stay, { exitOn: '2026-07-31', reason: 'no-news' }))
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordGrid, { runId, version: 1 })), ['declarations/facts-changed'])
  assert.deepEqual(refusalsIn(await doAs(world, director.accountId, rereadGrid, { runId, version: 1 })), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, rereadGrid, { runId, version: 1 })), [])
  assert.deepEqual((await now()).lines[1]?.reading, { stayId: lucas.stay.id, plan: {}, known: ['entry', 'exit'] })
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordGrid, { runId, version: 2 })), [])
})
