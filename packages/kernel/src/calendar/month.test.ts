import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, isoDate } from './calendar-date.ts'
import { daysOf, isoMonth, month, monthOf, monthsLater, parseMonth } from './month.ts'
import { daysIn, includes } from './period.ts'

test('a month goes from its first to its last day, as Temporal counts them', () => {
  const end = month('2100-12')
  for (let of = month('1990-01'); of <= end; of = monthsLater(of, 1)) {
    const { first, last } = daysOf(of)
    assert.equal(isoDate(first), `${isoMonth(of)}-01`)
    assert.equal(daysIn({ first, last }), Temporal.PlainYearMonth.from(isoMonth(of)).daysInMonth)
    assert.equal(monthOf(first), of)
    assert.equal(monthOf(last), of)
    assert.equal(monthOf(addDays(last, 1)), of + 1)
  }
})

test('February has 29 days in leap years, 28 otherwise', () => {
  assert.equal(isoDate(daysOf(month('2024-02')).last), '2024-02-29')
  assert.equal(isoDate(daysOf(month('2026-02')).last), '2026-02-28')
  assert.equal(isoDate(daysOf(month('2100-02')).last), '2100-02-28')
  assert.ok(!includes(daysOf(month('2026-02')), day('2026-03-01')))
})

test('the first and the last month of the calendar have their days', () => {
  assert.equal(isoDate(daysOf(month('1800-01')).first), '1800-01-01')
  assert.equal(isoDate(daysOf(month('2999-12')).last), '2999-12-31')
  assert.throws(() => monthsLater(month('2999-12'), 1), /between 1800 and 2999/)
  assert.throws(() => monthsLater(month('1800-01'), -1), /between 1800 and 2999/)
})

test('months are counted across years', () => {
  assert.equal(isoMonth(monthsLater(month('2026-11'), 2)), '2027-01')
  assert.equal(isoMonth(monthsLater(month('2026-01'), -1)), '2025-12')
  assert.equal(month('2027-01') - month('2026-11'), 2)
  assert.throws(() => monthsLater(month('2026-01'), 0.5), /whole months/)
})

test('what is not written as a month is not read as one', () => {
  assert.equal(parseMonth('2026-11'), monthOf(day('2026-11-21')))
  for (const text of ['', '2026', '2026-00', '2026-13', '2026-1', '1799-12', '3000-01', '2026-11-21', '2026-11\n'])
    assert.equal(parseMonth(text), undefined, JSON.stringify(text))
  assert.throws(() => month('2026-13'), /Invariant broken: "2026-13" is a month/)
})
