import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aGridRead, gridLine, JULY } from '../fixtures.ts'
import { setRefusedAside } from './set-refused-aside.ts'

databaseTest('every refused line is left aside by whoever sent the file, and by nobody else', async (world) => {
  const { now, runId, accountId, director } = await aGridRead(world, [...JULY, gridLine({ initials: 'Z.Z.', sex: 'F' })])
  assert.deepEqual(refusalsIn(await doAs(world, director.accountId, setRefusedAside, { runId, version: 1 })), ['platform/not-found'])
  await doAs(world, accountId, setRefusedAside, { runId, version: 1 })
  assert.deepEqual(
    (await now()).lines.map(({ state }) => state),
    ['understood', 'understood', 'understood', 'set-aside'],
  )
})
