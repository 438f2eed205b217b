import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, centiHours, day, period } from '@maillage/kernel'
import fc from 'fast-check'
import { weeklyAverage } from './weekly-average.ts'

for (const [hours, first, last, average] of [
  [9100, '2026-09-01', '2026-09-30', 2123],
  [6643, '2026-10-01', '2026-10-31', 1500],
  [6642, '2026-10-01', '2026-10-31', 1500],
  [6640, '2026-10-01', '2026-10-31', 1499],
  [6000, '2026-02-01', '2026-02-28', 1500],
  [5999, '2026-02-01', '2026-02-28', 1500],
  [0, '2026-02-01', '2026-02-28', 0],
] as const)
  test(`« quinze heures par semaine » : ${hours} hundredths from ${first} to ${last} are ${average} a week`, () => {
    assert.equal(weeklyAverage(centiHours(hours), period(day(first), day(last))), average)
  })

test('whole weeks share their hours exactly, and more hours are never a lower average', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 60 }), (hours, weeks) => {
      const first = day('2026-01-05')
      const during = period(first, addDays(first, weeks * 7 - 1))
      assert.equal(weeklyAverage(centiHours(hours * weeks), during), hours)
      assert.ok(weeklyAverage(centiHours(hours + 1), during) >= weeklyAverage(centiHours(hours), during))
    }),
  )
})
