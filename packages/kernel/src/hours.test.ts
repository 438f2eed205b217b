import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centiHours, sumHours, wholeHours } from './hours.ts'

test('hours are an integer number of hundredths', () => {
  assert.equal(wholeHours(1505), 150_500)
  assert.equal(sumHours([centiHours(750), centiHours(25)]), 775)
  assert.equal(sumHours([]), 0)
  for (const wrong of [7.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => centiHours(wrong), /integer number of hundredths/)
  assert.throws(() => wholeHours(7.505), /integer number of hundredths/)
})
