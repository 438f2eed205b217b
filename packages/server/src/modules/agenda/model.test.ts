import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import fc from 'fast-check'
import { HORIZONS, lastDayOf, momentOf } from './model.ts'

const TODAY = day('2026-11-21')

for (const [on, moment] of [
  ['2026-11-20', 'late'],
  ['2026-11-21', 'today'],
  ['2026-11-22', 'week'],
  ['2026-11-28', 'week'],
  ['2026-11-29', 'month'],
  ['2026-12-21', 'month'],
  ['2026-12-22', 'quarter'],
  ['2027-02-21', 'quarter'],
] as const)
  test(`on 21 November, what falls on ${on} is read under « ${moment} »`, () => {
    assert.equal(momentOf('contract-end', day(on), TODAY), moment)
  })

test('a silence is never late, whenever it began', () => {
  assert.equal(momentOf('silence', day('2026-06-01'), TODAY), 'care')
})

test('each horizon shows what the one before it shows, from any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: day('1990-01-01'), max: day('2099-12-31') }), (today) => {
      const ends = HORIZONS.map((horizon) => lastDayOf(horizon, today as typeof TODAY))
      return ends.every((end, at) => at === 0 || end > (ends[at - 1] ?? end))
    }),
  )
})
