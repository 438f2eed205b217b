import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { diagnosisAnomalies } from './anomalies.ts'

const codes = (hiredOn: string, expiresOn: string, rightRuns = false) =>
  diagnosisAnomalies({ hiredOn: day(hiredOn), expiresOn: day(expiresOn), rightRuns }).map(({ code }) => code)

test('a diagnosis serves until its last day; the day after, the hire carries an anomaly', () => {
  assert.deepEqual(codes('2026-11-30', '2026-12-01'), [])
  assert.deepEqual(codes('2026-12-01', '2026-12-01'), ['pass-iae/diagnosis-expired-at-hire'])
})

test('a right that runs keeps the diagnosis valid', () => {
  assert.deepEqual(codes('2026-12-01', '2026-06-01', true), [])
})
