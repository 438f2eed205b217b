import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../calendar/calendar-date.ts'
import { type Nir, nirTellsAnotherBirth, readNir, shownNir } from './nir.ts'

/** The key by trial, in big integers: the one that makes the number and its key a multiple of 97. */
function keyed(body: string): string {
  const figures = BigInt(body.replace('2A', '19').replace('2B', '18'))
  for (let key = 1n; key <= 97n; key++) if ((figures + key) % 97n === 0n) return body + String(key).padStart(2, '0')
  throw new Error('one of 97 keys is right')
}
const nirOf = (body: string): Nir => {
  const read = readNir(keyed(body))
  assert.ok('nir' in read, body)
  return read.nir
}

const figures = (from: number, to: number, length: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(length, '0'))
const body = fc
  .tuple(
    figures(1, 2, 1),
    figures(0, 99, 2),
    figures(1, 12, 2),
    fc.constantFrom('01', '11', '2A', '2B', '97', '99'),
    figures(1, 999_999, 6),
  )
  .map((parts) => parts.join(''))

test('the number of the examples of the Insee is read, as people type it', () => {
  for (const typed of ['255081416802538', '2 55 08 14 168 025 38', '2.55.08.14.168.025.38', ' 2\u00a055 08-14 168 025 38\n'])
    assert.deepEqual(readNir(typed), { nir: '255081416802538' }, typed)
})

test('any number with its key is read, Corsica too, and is shown as it was', () => {
  fc.assert(
    fc.property(body, (each) => {
      const read = readNir(keyed(each).toLowerCase())
      assert.deepEqual(read, { nir: keyed(each) })
      assert.equal(shownNir(nirOf(each)).replaceAll('\u00a0', ''), keyed(each))
    }),
  )
})

test('one figure typed for another, or two neighbours exchanged, always gives another key', () => {
  fc.assert(
    fc.property(body, fc.nat(11), fc.integer({ min: 1, max: 9 }), (each, at, more) => {
      const right = keyed(each)
      const [one, next] = [right[at] ?? '', right[at + 1] ?? '']
      fc.pre(/\d/.test(one) && /\d/.test(next))
      const wrong = `${right.slice(0, at)}${(Number(one) + more) % 10}${right.slice(at + 1)}`
      const exchanged = `${right.slice(0, at)}${next}${one}${right.slice(at + 2)}`
      assert.ok('fault' in readNir(wrong), wrong)
      if (one !== next) assert.ok('fault' in readNir(exchanged), exchanged)
    }),
  )
})

for (const [what, typed, fault] of [
  ['a number without its key', '2550814168025', 'shape'],
  ['letters', '2550814168025AB', 'shape'],
  ['a month between twelve and twenty', keyed('2551314168025'), 'shape'],
  ['nothing', '', 'shape'],
  ['a number given while another is awaited', keyed('7550814168025'), 'provisional'],
  ['a wrong key', '255081416802539', 'key'],
] as const)
  test(`${what} is said to be wrong in its ${fault}`, () => assert.deepEqual(readNir(typed), { fault }))

test('a number tells another birth when its year or its month is another, and only where both are known', () => {
  const may85 = nirOf('1850511000001')
  const noMonth = nirOf('1852011000001')
  for (const [nir, date, precision, another] of [
    [may85, '1985-05-31', 'day', false],
    [may85, '1985-06-01', 'day', true],
    [may85, '1984-05-03', 'day', true],
    [may85, '1985-06-01', 'month', true],
    [may85, '1985-01-01', 'year', false],
    [may85, '1986-01-01', 'year', true],
    [noMonth, '1985-06-01', 'day', false],
    [noMonth, '1984-06-01', 'day', true],
    [may85, null, 'unknown', false],
  ] as const)
    assert.equal(
      nirTellsAnotherBirth(nir, { date: date === null ? null : day(date), precision }),
      another,
      `${nir} and ${date} known to the ${precision}`,
    )
})
