import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalised } from './normalised.ts'

test('a name is found without its accents, its capitals and its punctuation', () => {
  for (const [typed, key] of [
    ['  Jean-François  LE GOFF ', 'jean francois le goff'],
    ['Lætitia', 'laetitia'],
    ['Cœur de l’ŒUVRE', 'coeur de l oeuvre'],
    ['Ch’ti d’Haïti', 'ch ti d haiti'],
    ['ÿ Ÿ ñ Ç', 'y y n c'],
    ['Régie 11 (Narbonne)', 'regie 11 narbonne'],
    ['', ''],
    [' - ', ''],
  ] as const)
    assert.equal(normalised(typed), key)
})

test('an apostrophe separates words whichever sign was typed for it', () => {
  for (const sign of ["'", '’', '´', '`', 'ʼ', '‘', '·']) assert.equal(normalised(`O${sign}Brien`), 'o brien', sign)
})

test('letters that carry no separate accent are written as a French keyboard can type them', () => {
  for (const [typed, key] of [
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'sorensen'],
    ['Yıldız İNCE', 'yildiz ince'],
    ['Groß GROẞ', 'gross gross'],
    ['Đặng', 'dang'],
    ['ﬁn', 'fin'],
  ] as const)
    assert.equal(normalised(typed), key)
})

test('two names of another alphabet keep two keys, neither of them empty', () => {
  assert.notEqual(normalised('محمد'), '')
  assert.notEqual(normalised('محمد'), normalised('أحمد'))
  assert.equal(normalised('ИВАН'), normalised('иван'))
})

test('composed and decomposed accents give one key', () => {
  assert.equal(normalised('e\u0301le\u0300ve'), normalised('élève'))
})

test('a key is its own key, and has neither capital nor double space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const key = normalised(text)
      assert.equal(normalised(key), key)
      assert.ok(!/^\s|\s$|\s\s/.test(key))
    }),
    { numRuns: 500 },
  )
})
