import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findEntries, glossaryEntries } from './glossary-entries.ts'

const found = (typed: string) => findEntries(glossaryEntries(), typed).map(({ term }) => term)

test('a word is found by its acronym, without accents, and before those that only speak of it', () => {
  assert.equal(found('SIAE')[0], 'structure d’insertion par l’activité économique')
  assert.ok(found('ecremage').includes('écrémage'))
  assert.equal(found('cip')[0], 'conseiller en insertion professionnelle')
})

test('nothing typed is everything, nonsense is nothing', () => {
  assert.equal(found('').length, glossaryEntries().length)
  assert.deepEqual(found('zzzz'), [])
})
