import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalLaw } from '@maillage/rules'
import { lawTheme, lawWord } from './law-words.fr.ts'

function codesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(codesIn)
  if (typeof value !== 'object' || value === null) return []
  // A length (`{ unit: 'months', count: 24 }`) is shown as a number and its unit.
  if ('unit' in value && 'count' in value) return []
  return Object.entries(value).flatMap(([name, part]) => [name, ...codesIn(part)])
}

test('no code of the law is shown without its French', () => {
  const codes = new Set(nationalLaw.parameters.flatMap(({ values }) => values.flatMap(({ value }) => codesIn(value))))
  const unnamed = [...codes].filter((code) => lawWord(code) === undefined)
  assert.deepEqual(unnamed, [], 'Add them to law-words.fr.ts')
})

test('every parameter of the law has a theme', () => {
  const without = nationalLaw.parameters.filter(({ key }) => lawTheme(key) === 'Autres règles').map(({ key }) => key)
  assert.deepEqual(without, [], 'Add their slice to law-words.fr.ts')
})
