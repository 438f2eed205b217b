import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from './calendar/calendar-date.ts'
import { month } from './calendar/month.ts'
import {
  frenchDate,
  frenchHours,
  frenchList,
  frenchLongDate,
  frenchMoney,
  frenchMonth,
  frenchNumber,
  frenchOf,
  frenchPercent,
  frenchShortDate,
  plural,
} from './french.ts'
import { centiHours } from './hours.ts'
import { cents } from './money.ts'

test('a date has its day attached to its month, and the first of a month is 1er', () => {
  assert.equal(frenchDate(day('2026-11-21')), '21\u00a0novembre 2026')
  assert.equal(frenchDate(day('2026-03-01')), '1er\u00a0mars 2026')
  assert.equal(frenchDate(day('2026-03-02')), '2\u00a0mars 2026')
  assert.equal(frenchLongDate(day('2026-11-21')), 'samedi 21\u00a0novembre 2026')
  assert.equal(frenchShortDate(day('2026-03-01')), '01/03/2026')
  assert.equal(frenchMonth(month('2026-11')), 'novembre 2026')
})

test('each month and each day of the week has its French name', () => {
  const months = Array.from({ length: 12 }, (_, at) => frenchMonth(month(`2026-${String(at + 1).padStart(2, '0')}`)).split(' ')[0])
  assert.equal(months.join(' '), 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre')
  const days = Array.from({ length: 7 }, (_, at) => frenchLongDate(day(`2026-11-1${at}`)).split(' ')[0])
  assert.equal(days.join(' '), 'mardi mercredi jeudi vendredi samedi dimanche lundi')
})

test('thousands are parted by a narrow no-break space, decimals by a comma', () => {
  assert.equal(frenchNumber(999), '999')
  assert.equal(frenchNumber(1000), '1\u202f000')
  assert.equal(frenchNumber(1_234_567.891, 2), '1\u202f234\u202f567,89')
  assert.equal(frenchNumber(12_345.6, 1), '12\u202f345,6')
  assert.equal(frenchNumber(3, 2), '3,00')
})

test('a negative number has a true minus sign, and what rounds to zero has none', () => {
  assert.equal(frenchNumber(-1500), '−1\u202f500')
  assert.equal(frenchNumber(-0.4), '0')
  assert.equal(frenchNumber(-0.004, 2), '0,00')
  assert.equal(frenchNumber(-0.005, 2), '−0,01')
  assert.equal(frenchNumber(-0), '0')
})

test('a number is rounded half away from zero on the digits it is written with', () => {
  assert.equal(frenchNumber(1.005, 2), '1,01')
  assert.equal(frenchNumber(1.0049, 2), '1,00')
  assert.equal(frenchNumber(2.5), '3')
  assert.equal(frenchNumber(-2.5), '−3')
  assert.equal(frenchPercent(0.145, 0), '15\u00a0%')
  assert.equal(frenchPercent(0.285, 0), '29\u00a0%')
})

test('an amount has its cents and a no-break space before its sign', () => {
  assert.equal(frenchMoney(cents(123_450)), '1\u202f234,50\u00a0€')
  assert.equal(frenchMoney(cents(5)), '0,05\u00a0€')
  assert.equal(frenchMoney(cents(0)), '0,00\u00a0€')
  assert.equal(frenchMoney(cents(-123_456)), '−1\u202f234,56\u00a0€')
})

test('an amount is shown to the cent, whatever its size', () => {
  assert.equal(frenchMoney(cents(Number.MAX_SAFE_INTEGER)), '90\u202f071\u202f992\u202f547\u202f409,91\u00a0€')
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const shown = frenchMoney(cents(value))
        .replace('−', '-')
        .replace(/[^\d-]/g, '')
      assert.equal(BigInt(shown), BigInt(value))
    }),
  )
})

test('hours are shown in hundredths', () => {
  assert.equal(frenchHours(centiHours(15_167)), '151,67\u00a0h')
  assert.equal(frenchHours(centiHours(-25)), '−0,25\u00a0h')
})

test('a ratio is shown as a percentage', () => {
  assert.equal(frenchPercent(0.425), '42,5\u00a0%')
  assert.equal(frenchPercent(1, 0), '100\u00a0%')
  assert.equal(frenchPercent(-0.031), '−3,1\u00a0%')
  assert.equal(frenchPercent(12.5, 0), '1\u202f250\u00a0%')
})

test('what is not a number is a bug, never a figure on a page', () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => frenchNumber(wrong), /a number that is shown is finite/)
    assert.throws(() => frenchPercent(wrong), /a number that is shown is finite/)
    assert.throws(() => plural(wrong, 'poste'), /a number that is shown is finite/)
  }
})

test('the French plural begins at two, and the word follows the number that is shown', () => {
  for (const [count, shown] of [
    [0, '0\u00a0poste'],
    [1, '1\u00a0poste'],
    [1.5, '1,5\u00a0poste'],
    [1.99, '1,99\u00a0poste'],
    [1.996, '2\u00a0postes'],
    [2, '2\u00a0postes'],
    [-1, '−1\u00a0poste'],
    [-2, '−2\u00a0postes'],
    [1234, '1\u202f234\u00a0postes'],
  ] as const)
    assert.equal(plural(count, 'poste'), shown)
  assert.equal(plural(2, 'mois', 'mois'), '2\u00a0mois')
  assert.equal(plural(3, 'a une pièce', 'ont une pièce'), '3\u00a0ont une pièce')
})

test('a list ends with « et », or with the word it is given', () => {
  assert.equal(frenchList([]), '')
  assert.equal(frenchList(['a']), 'a')
  assert.equal(frenchList(['a', 'b']), 'a et b')
  assert.equal(frenchList(['a', 'b', 'c']), 'a, b et c')
  assert.equal(frenchList(['a', 'b', 'c'], 'ou'), 'a, b ou c')
})

test('« de » loses its vowel before another one, never before an « h »', () => {
  for (const [name, shown] of [
    ['Moussa', 'de Moussa'],
    ['Alexis', 'd’Alexis'],
    ['Émilie', 'd’Émilie'],
    ['Yves', 'd’Yves'],
    ['Yasmine', 'de Yasmine'],
    ['Hugo', 'de Hugo'],
    ['', 'de '],
  ] as const)
    assert.equal(frenchOf(name), shown)
})
