import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseSiren, parseSiret, sirenOf } from './siret.ts'

/** Ends digits with the one key that makes the Luhn sum a multiple of ten; found by trial, so that it owes nothing to the code under test. */
function keyed(digits: string): string {
  const weight = (text: string) =>
    Array.from(text)
      .reverse()
      .reduce((sum, digit, at) => sum + Array.from(String(Number(digit) * (at % 2 === 1 ? 2 : 1))).reduce((a, b) => a + Number(b), 0), 0)
  for (let key = 0; key < 10; key++) if (weight(digits + key) % 10 === 0) return digits + key
  throw new Error('one of ten keys is right')
}

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), minLength: length, maxLength: length })
const siren = digits(8)
  .map(keyed)
  .filter((value) => value !== '000000000' && value !== '356000000')
const siret = fc.tuple(siren, digits(4)).map(([legalEntity, number]) => keyed(legalEntity + number))

test('a number is read as people type it', () => {
  for (const typed of [
    '73282932000074',
    '732 829 320 00074',
    '732.829.320.00074',
    '732-829-320-00074',
    ' 732\u00a0829\u202f320\u00a000074\n',
  ])
    assert.equal(parseSiret(typed), '73282932000074', JSON.stringify(typed))
  assert.equal(parseSiren('732 829 320'), '732829320')
})

test('the legal entity of an establishment is the nine first digits of its SIRET', () => {
  const found = parseSiret('73282932000074')
  assert.ok(found)
  assert.equal(sirenOf(found), parseSiren('732829320'))
})

test('what has not nine, or fourteen, figures is refused', () => {
  for (const typed of ['', '7328293200007', '732829320000740', '7328293200007A', '٧٣٢٨٢٩٣٢٠', '732829320', '00000000000000'])
    assert.equal(parseSiret(typed), undefined, typed)
  for (const typed of ['', '73282932', '7328293200', '73282932X', '000000000']) assert.equal(parseSiren(typed), undefined, typed)
})

test('a number with its key is read, and one digit changed makes it refused', () => {
  fc.assert(
    fc.property(siren, siret, fc.nat(13), fc.integer({ min: 1, max: 9 }), (entity, establishment, at, shift) => {
      const changed = (text: string) => {
        const place = at % text.length
        return text.slice(0, place) + ((Number(text[place]) + shift) % 10) + text.slice(place + 1)
      }
      assert.equal(parseSiren(entity), entity)
      assert.equal(parseSiret(establishment), establishment)
      assert.equal(parseSiren(changed(entity)), undefined)
      // A digit of the SIREN changed breaks the key of the SIREN; La Poste's other key is out of reach, its SIREN being left out above.
      if (!changed(establishment).startsWith('356000000')) assert.equal(parseSiret(changed(establishment)), undefined)
    }),
    { numRuns: 500 },
  )
})

test('a SIRET whose whole number has its key is refused when its SIREN has not', () => {
  const wrong = keyed('7328293210007')
  assert.equal(parseSiren(wrong.slice(0, 9)), undefined)
  assert.equal(parseSiret(wrong), undefined)
})

test('the seat of La Poste has the ordinary key, its other establishments a sum of digits multiple of five', () => {
  assert.equal(parseSiret('356 000 000 00048'), '35600000000048')
  assert.equal(parseSiren('356000000'), '356000000')
  for (const establishment of ['35600000000001', '35600000000010', '35600000049837']) assert.equal(parseSiret(establishment), establishment)
  for (const wrong of ['35600000000002', '35600000000011', '35600000049838']) assert.equal(parseSiret(wrong), undefined, wrong)
  // The ordinary key alone is not enough for them.
  const ordinary = keyed('3560000000101')
  assert.notEqual(Array.from(ordinary).reduce((total, digit) => total + Number(digit), 0) % 5, 0)
  assert.equal(parseSiret(ordinary), undefined)
})
