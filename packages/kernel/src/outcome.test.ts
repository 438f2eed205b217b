import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, granted, refused } from './outcome.ts'

const overlaps = { code: 'pass-iae/suspension-overlaps', details: { from: 1, to: 2 } } as const
const tooLong = { code: 'pass-iae/suspension-too-long' } as const

test('what nothing forbids is granted with its value', () => {
  assert.deepEqual(
    decide([], () => 'pass'),
    granted('pass'),
  )
  assert.deepEqual(granted('pass'), { ok: true, value: 'pass' })
})

test('a refusal carries every reason, in the order they were found, and the value is not computed', () => {
  const outcome = decide([overlaps, tooLong], () => assert.fail('the value of a refusal is never computed'))
  assert.deepEqual(outcome, { ok: false, refusals: [overlaps, tooLong] })
  assert.deepEqual(refused(overlaps, tooLong), outcome)
})
