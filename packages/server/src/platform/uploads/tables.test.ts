import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellName, spreadMerges, trimmedRows } from './tables.ts'

test('a cell is named as a spreadsheet names it', () => {
  assert.equal(cellName(0, 0), 'A1')
  assert.equal(cellName(6, 2), 'C7')
  assert.equal(cellName(0, 25), 'Z1')
  assert.equal(cellName(0, 26), 'AA1')
  assert.equal(cellName(9, 119), 'DP10')
})

test('under a merged title every cell reads the title, and a merge below the last line adds none', () => {
  const sheet = {
    name: 'Mars',
    rows: [['Sortie', null, 'x'], ['date']],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 3, bottom: 9, right: 3 },
    ],
  }
  assert.deepEqual(spreadMerges(sheet).rows, [
    ['Sortie', 'Sortie', 'x'],
    ['date', null, null, null],
  ])
})

test('cells and lines that were only coloured are left out, holes are kept', () => {
  assert.deepEqual(trimmedRows([['a', null, ' '], [], [null, 2], ['', '']]), [['a'], [], [null, 2]])
})
