import assert from 'node:assert/strict'
import { test } from 'node:test'
import { communeValues, readCommune } from './read-commune.ts'

const narbonne = communeValues('home', '11262', 'Narbonne (Aude)')

test('a commune shown and sent back unchanged is chosen', () => {
  assert.deepEqual(readCommune(narbonne, 'home'), { state: 'chosen', code: '11262', text: 'Narbonne (Aude)' })
})

test('a choice among the communes found counts for the text that was searched', () => {
  assert.equal(readCommune({ 'home-text': 'saint', 'home-for': 'saint', home: '11353' }, 'home').state, 'chosen')
})

test('a text changed after the choice has to be searched again: the former code no longer counts', () => {
  assert.deepEqual(readCommune({ ...narbonne, 'home-text': 'Limoux' }, 'home'), { state: 'to-search', text: 'Limoux' })
})

test('asking for a search wins over what is ticked, but only for that field', () => {
  assert.equal(readCommune({ ...narbonne, _search: 'home' }, 'home').state, 'to-search')
  assert.equal(readCommune({ ...narbonne, _search: 'work' }, 'home').state, 'chosen')
})

test('an empty text is no commune, even with a code', () => {
  assert.deepEqual(readCommune({ ...narbonne, 'home-text': ' ' }, 'home'), { state: 'missing' })
})
