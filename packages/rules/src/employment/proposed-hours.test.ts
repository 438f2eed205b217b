import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centiHours, day, daysOf, type Month, month, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { Contract } from './contract.ts'
import { monthMaximumAnomalies } from './month-maximum.ts'
import { sheetDueOn } from './month-sheet.ts'
import { proposedHours } from './proposed-hours.ts'
import { employmentAnomalySentence } from './wording.fr.ts'

const JUNE = month('2026-06')
const contract = (
  first: string,
  last: string | null,
  ...weekly: (readonly [from: string, hours: number])[]
): Pick<Contract, 'first' | 'last' | 'weekly'> => ({
  first: day(first),
  last: last === null ? null : day(last),
  weekly: weekly.map(([from, hours]) => ({ from: day(from), hours: wholeHours(hours) })),
})

test('a whole month is 52 weeks over 12: 35 h give 151.67 h, 26 h give 112.67 h', () => {
  assert.equal(proposedHours([contract('2026-01-01', null, ['2026-01-01', 35])], JUNE), 15_167)
  assert.equal(proposedHours([contract('2026-01-01', '2026-12-31', ['2026-01-01', 26])], JUNE), 11_267)
})

test('a contract that ends on the 15th of a month of 30 days gives half of it, one that ended the day before the month nothing', () => {
  assert.equal(proposedHours([contract('2026-01-01', '2026-06-15', ['2026-01-01', 30])], JUNE), 6_500)
  assert.equal(proposedHours([contract('2026-01-01', '2026-05-31', ['2026-01-01', 30])], JUNE), null)
  assert.equal(proposedHours([contract('2026-01-01', '2026-06-01', ['2026-01-01', 30])], JUNE), 433)
})

test('contracts that follow each other are added, an amendment counts from its day, an amendment after the end does not', () => {
  const both = [contract('2026-01-01', '2026-06-15', ['2026-01-01', 20]), contract('2026-06-16', null, ['2026-06-16', 30])]
  assert.equal(proposedHours(both, JUNE), 10_833)
  assert.equal(proposedHours([contract('2026-01-01', null, ['2026-01-01', 20], ['2026-06-16', 30])], JUNE), 10_833)
  assert.equal(proposedHours([contract('2026-01-01', '2026-06-15', ['2026-01-01', 20], ['2026-06-20', 30])], JUNE), 4_333)
})

test('hours that nobody typed propose nothing', () => {
  assert.equal(proposedHours([contract('2026-01-01', null)], JUNE), null)
  assert.equal(proposedHours([], JUNE), null)
})

const passed = (of: Month, hours: number, birth?: { year: number }) =>
  monthMaximumAnomalies(law, { month: of, worked: centiHours(hours), ...(birth ? { birth } : {}) }).map((each) => {
    assert.ok(employmentAnomalySentence(each).endsWith('.'))
    return each.details['most']
  })

test('June 2026 holds 4 weeks of 48 hours and 2 days of 10: 212 h may be in it, one hundredth more cannot be lawful', () => {
  // 1 June 2026 is a Monday: 28 days in whole weeks, then Monday and Tuesday.
  assert.equal(daysOf(JUNE).first, day('2026-06-01'))
  assert.deepEqual(passed(JUNE, 21_200), [])
  assert.deepEqual(passed(JUNE, 21_201), [21_200])
})

test('before eighteen, 35 hours a week and 8 a day: 156 h', () => {
  assert.deepEqual(passed(JUNE, 15_600, { year: 2009 }), [])
  assert.deepEqual(passed(JUNE, 15_601, { year: 2009 }), [15_600])
  assert.deepEqual(passed(JUNE, 15_601, { year: 2000 }), [])
})

test('the hours of a month are due on the 10th of the next one, of the next year after December', () => {
  assert.equal(sheetDueOn(law, month('2026-07')), day('2026-08-10'))
  assert.equal(sheetDueOn(law, month('2026-12')), day('2027-01-10'))
})
