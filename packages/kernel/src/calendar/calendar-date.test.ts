import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addYears,
  type CalendarDate,
  dateOf,
  day,
  fullYears,
  isoDate,
  parseDate,
  partsOf,
  weekday,
} from './calendar-date.ts'

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const temporal = (date: CalendarDate) => EPOCH.add({ days: date })
const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2100-12-31') }).map((value) => value as CalendarDate)

test('every day from 1990 to 2100 has the parts, the text and the weekday that Temporal gives it', () => {
  let expected = Temporal.PlainDate.from('1990-01-01')
  const last = day('2100-12-31')
  let seen = 0
  for (let date = day('1990-01-01'); date <= last; date = addDays(date, 1)) {
    const { year, month, day: dayOfMonth, dayOfWeek } = expected
    const parts = partsOf(date)
    // One comparison of texts for each of the 40,542 days; deepEqual would take most of a second.
    const found = `${parts.year}-${parts.month}-${parts.day} ${weekday(date)} ${isoDate(date)} ${dateOf(parts)}`
    const wanted = `${year}-${month}-${dayOfMonth} ${dayOfWeek} ${expected.toString()} ${date}`
    if (found !== wanted) assert.equal(found, wanted)
    expected = expected.add({ days: 1 })
    seen++
  }
  assert.equal(seen, 40_542)
})

test('day 0 is 1 January 1970, a Thursday', () => {
  assert.equal(day('1970-01-01'), 0)
  assert.equal(weekday(day('1970-01-01')), 4)
  assert.equal(weekday(day('1969-12-31')), 3)
})

test('the calendar goes from 1 January 1800 to 31 December 2999, both included', () => {
  assert.equal(isoDate(day('1800-01-01')), '1800-01-01')
  assert.equal(isoDate(day('2999-12-31')), '2999-12-31')
  assert.equal(parseDate('1799-12-31'), undefined)
  assert.equal(parseDate('3000-01-01'), undefined)
  assert.equal(addDays(day('1800-01-02'), -1), day('1800-01-01'))
  assert.equal(addDays(day('2999-12-30'), 1), day('2999-12-31'))
  assert.throws(() => addDays(day('1800-01-01'), -1), /between 1800 and 2999/)
  assert.throws(() => addDays(day('2999-12-31'), 1), /between 1800 and 2999/)
  assert.throws(() => addMonths(day('2999-12-31'), 1), /a moved date is a date/)
})

test('the last day of a month is a date and the next one is not', () => {
  for (const [last, missing] of [
    ['2026-01-31', '2026-01-32'],
    ['2026-02-28', '2026-02-29'],
    ['2026-02-28', '2026-02-31'],
    ['2024-02-29', '2024-02-30'],
    ['2026-04-30', '2026-04-31'],
    ['2026-12-31', '2026-12-32'],
    ['2000-02-29', '1900-02-29'],
    ['2096-02-29', '2100-02-29'],
  ] as const) {
    assert.equal(isoDate(day(last)), last)
    assert.equal(parseDate(missing), undefined, missing)
  }
})

test('what is not written as a day of the calendar is not read as one', () => {
  for (const text of [
    '',
    '2026-1-1',
    '21/11/2026',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00',
    '-2026-01-01',
  ])
    assert.equal(parseDate(text), undefined, JSON.stringify(text))
  for (const year of [2026.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(dateOf({ year, month: 1, day: 1 }), undefined)
  assert.throws(() => day('2026-02-31'), /Invariant broken: "2026-02-31" is a day of the calendar/)
})

test('months and years are added as Temporal adds them, the last day standing for the one a month lacks', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, count) => {
      assert.equal(isoDate(addMonths(date, count)), temporal(date).add({ months: count }).toString())
      assert.equal(
        isoDate(addYears(date, count % 90)),
        temporal(date)
          .add({ years: count % 90 })
          .toString(),
      )
    }),
    { numRuns: 400 },
  )
})

test('a month added to a month end stays in the next month', () => {
  for (const [from, months, to] of [
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-11-30', 3, '2027-02-28'],
  ] as const)
    assert.equal(isoDate(addMonths(day(from), months)), to, `${from} + ${months}`)
  assert.equal(isoDate(addYears(day('2024-02-29'), 1)), '2025-02-28')
  assert.equal(isoDate(addYears(day('2024-02-29'), 4)), '2028-02-29')
})

test('days are added as integers and only as integers', () => {
  assert.equal(isoDate(addDays(day('2024-02-28'), 2)), '2024-03-01')
  assert.equal(isoDate(addDays(day('2026-02-28'), 1)), '2026-03-01')
  assert.equal(isoDate(addDays(day('2026-01-01'), -1)), '2025-12-31')
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => addDays(day('2026-01-01'), wrong), /whole days/)
})

test('an age changes on the birthday, neither the day before nor the day after', () => {
  const born = day('2000-05-10')
  assert.equal(fullYears(born, day('2026-05-09')), 25)
  assert.equal(fullYears(born, day('2026-05-10')), 26)
  assert.equal(fullYears(born, day('2026-05-11')), 26)
  assert.equal(fullYears(born, born), 0)
  assert.equal(fullYears(born, day('1999-05-10')), 0)
})

test('someone born on 29 February has a birthday on 28 February of common years', () => {
  const born = day('2000-02-29')
  assert.equal(fullYears(born, day('2018-02-27')), 17)
  assert.equal(fullYears(born, day('2018-02-28')), 18)
  assert.equal(fullYears(born, day('2020-02-28')), 19)
  assert.equal(fullYears(born, day('2020-02-29')), 20)
})

test('full years are the greatest number of years that can be added without passing the day', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [from, to] = a <= b ? [a, b] : [b, a]
      const years = fullYears(from, to)
      assert.ok(addYears(from, years) <= to && addYears(from, years + 1) > to)
    }),
    { numRuns: 300 },
  )
})
