import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServerUrl } from '../../packages/server/src/platform/testing/test-source.ts'
import { killMigrations } from './migrations.ts'
import { restartPostgresql } from './restarts.ts'
import { UNAVAILABLE } from './unavailable.ts'

const options = { skip: testServerUrl() === undefined && 'needs PostgreSQL' }

test(
  'PostgreSQL restarted under writes: a French page says so, nothing acknowledged is lost, the server needs no restart',
  options,
  async () => {
    const report = await restartPostgresql(1)
    assert.ok(report)
    assert.ok(report.acknowledged > 0)
    assert.deepEqual(report.lost, [])
    assert.deepEqual([...report.met.keys()], [UNAVAILABLE])
    assert.equal(report.back.length, 1)
  },
)

test('a migration killed in its course leaves whole migrations, and the next one goes on to the same schema', options, async () => {
  const report = await killMigrations(2)
  assert.ok(report)
  assert.ok(
    report.left.some((count) => count > 0 && count < report.total),
    'killed on its way',
  )
  assert.deepEqual(report.differences, [])
})
