import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CalendarDate, day } from './calendar-date.ts'
import { daysIn, includes, intersection, type OpenPeriod, overlap, period } from './period.ts'

const first = day('2026-03-01')
const last = day('2026-03-31')
const march = period(first, last)
const open: OpenPeriod = { first, last: null }

test('a period of one day has one day, and none ends before it begins', () => {
  assert.equal(daysIn(period(first, first)), 1)
  assert.equal(daysIn(march), 31)
  assert.throws(() => period(last, first), /a period ends on or after the day it begins/)
})

test('both ends belong to a period, the days around it do not', () => {
  assert.ok(!includes(march, day('2026-02-28')))
  assert.ok(includes(march, first))
  assert.ok(includes(march, last))
  assert.ok(!includes(march, day('2026-04-01')))
  assert.ok(!includes(open, day('2026-02-28')))
  assert.ok(includes(open, day('2900-01-01')))
})

test('two periods overlap when they share their end day, not when they follow each other', () => {
  assert.ok(overlap(march, period(last, day('2026-04-30'))))
  assert.ok(!overlap(march, period(day('2026-04-01'), day('2026-04-30'))))
  assert.ok(!overlap(open, period(day('2026-01-01'), day('2026-02-28'))))
  assert.ok(overlap(open, period(day('2026-01-01'), first)))
  assert.ok(overlap(open, { first: day('2030-01-01'), last: null }))
})

test('two periods share the days that belong to both', () => {
  assert.deepEqual(intersection(march, period(day('2026-03-20'), day('2026-04-30'))), period(day('2026-03-20'), last))
  assert.deepEqual(intersection(march, period(last, last)), period(last, last))
  assert.equal(intersection(march, period(day('2026-04-01'), day('2026-04-30'))), undefined)
})

test('overlap and intersection agree with the days themselves, in either order', () => {
  const small = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    .map(([a, b]) => period(Math.min(a, b) as CalendarDate, Math.max(a, b) as CalendarDate))
  fc.assert(
    fc.property(small, small, (a, b) => {
      const both = Array.from({ length: 13 }, (_, at) => at as CalendarDate).filter((at) => includes(a, at) && includes(b, at))
      assert.equal(overlap(a, b), both.length > 0)
      assert.equal(overlap(b, a), both.length > 0)
      const found = intersection(a, b)
      assert.deepEqual(found, intersection(b, a))
      assert.equal(found ? daysIn(found) : 0, both.length)
      assert.equal(found?.first, both[0])
    }),
  )
})
