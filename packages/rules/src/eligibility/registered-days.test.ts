import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, day } from '@maillage/kernel'
import { hasBeenRegistered } from './registered-days.ts'

const on = day('2026-06-15')
const rule = { months: 24, within: 27 }
const windowFirst = addDays(addMonths(on, -27), 1)

test('registered without a break for 24 months, to the day', () => {
  const since = addDays(addMonths(on, -24), 1)
  assert.equal(hasBeenRegistered({ periods: [{ first: since, last: null }] }, rule, on), true)
  assert.equal(hasBeenRegistered({ periods: [{ first: addDays(since, 1), last: null }] }, rule, on), false)
})

test('three months of break inside the 27 months are forgiven, one day more is not', () => {
  const whole = on - windowFirst + 1
  const asked = on - addMonths(on, -24)
  const breakDays = whole - asked
  const periods = (gap: number) => [
    { first: addDays(windowFirst, -300), last: addDays(windowFirst, 99) },
    { first: addDays(windowFirst, 100 + gap), last: null },
  ]
  assert.equal(hasBeenRegistered({ periods: periods(breakDays) }, rule, on), true)
  assert.equal(hasBeenRegistered({ periods: periods(breakDays + 1) }, rule, on), false)
})

test('a day covered by two periods counts once', () => {
  const half = { first: windowFirst, last: addDays(windowFirst, 400) }
  assert.equal(hasBeenRegistered({ periods: [half, half] }, rule, on), false)
})
