import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServerUrl } from '../../packages/server/src/platform/testing/test-source.ts'
import { type KillReport, killEmbedded, killPostgresql } from './kills.ts'

const KILLS = 5

function check(report: KillReport): void {
  assert.equal(report.kills, KILLS)
  assert.ok(report.acknowledged >= KILLS, `only ${report.acknowledged} writes acknowledged: the kills came too early to show anything`)
  assert.deepEqual(report.lost, [])
}

// The whole suite runs once on each database: each run kills on its own.
test(
  'five kill -9 in the middle of writes lose nothing acknowledged, on an embedded folder',
  { skip: testServerUrl() !== undefined },
  async () => check(await killEmbedded(KILLS)),
)

test('five kill -9 of the server and of PostgreSQL lose nothing acknowledged', { skip: testServerUrl() === undefined }, async () => {
  const report = await killPostgresql(KILLS)
  assert.ok(report)
  check(report)
})
