import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriedRows, rowsOfText, textOfRows } from './text-table.ts'

test('semicolons, tabulations or commas, with or without a mark of UTF-8, with Windows lines', () => {
  const rows = [
    ['Nom', 'Heures'],
    ['Benali', '35,5'],
  ]
  assert.deepEqual(rowsOfText('\uFEFFNom;Heures\r\nBenali;35,5'), rows)
  assert.deepEqual(rowsOfText('Nom\tHeures\nBenali\t35,5'), rows)
  assert.deepEqual(rowsOfText('Nom,Heures\nBenali,"35,5"'), rows)
  assert.deepEqual(rowsOfText('Nom;Heures\n"Le ""Goff""; dit\nJean";3'), [
    ['Nom', 'Heures'],
    ['Le "Goff"; dit\nJean', '3'],
  ])
})

test('what a page carries comes back the same, but tabulations and line ends', () => {
  assert.deepEqual(carriedRows(textOfRows([['a', 'b\tc\nd', ''], ['1']])), [['a', 'b c d', ''], ['1']])
  assert.deepEqual(carriedRows('a\tb\r\nc'), [['a', 'b'], ['c']])
})
