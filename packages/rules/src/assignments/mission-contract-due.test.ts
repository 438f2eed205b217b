import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, isoDate, weekday } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { missionContractDueOn } from './mission-contract-due.ts'
import { isWorkingDay, publicHolidays, workingDaysAfter } from './working-days.ts'

for (const [what, first, due] of [
  ['an ordinary Monday', '2026-11-16', '2026-11-18'],
  ['a Friday: Saturday is worked in law, Sunday is not', '2026-11-20', '2026-11-23'],
  ['the eve of 11 November', '2026-11-10', '2026-11-13'],
  ['a Saturday', '2026-11-21', '2026-11-24'],
  ['the Friday before Easter', '2026-04-03', '2026-04-07'],
  ['the eve of Christmas and a week-end', '2026-12-24', '2026-12-28'],
] as const)
  test(`two working days after ${what}, ${first}: until ${due}`, () => {
    assert.equal(isoDate(missionContractDueOn(law, day(first))), due)
  })

test('the eleven public holidays of 2026 and of a year when Easter is late', () => {
  assert.deepEqual(publicHolidays(2026).map(isoDate), [
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  assert.ok(publicHolidays(2038).map(isoDate).includes('2038-04-26'))
})

test('a due day is a working day, and the day before it counts one less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 1, max: 10 }), (offset, count) => {
      const first = addDays(day('2020-01-01'), offset)
      const due = workingDaysAfter(first, count)
      assert.ok(isWorkingDay(due) && weekday(due) !== 7)
      let counted = 0
      for (let each = addDays(first, 1); each <= due; each = addDays(each, 1)) if (isWorkingDay(each)) counted++
      assert.equal(counted, count)
    }),
    { numRuns: 200 },
  )
})
