import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pastedHours } from './pasted-hours.ts'

/** What is read of each line: its number in the text, then its cells that hold something. */
const read = (text: string) => {
  const { table } = pastedHours(text)
  return table.rows.map(({ rank, cells }) => [
    rank,
    Object.fromEntries(table.columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]]] : []))),
  ])
}

test('columns copied from a spreadsheet without their titles: a name in one cell or two, then hours in the order of the sheet', () => {
  assert.deepEqual(read('BENALI Ana\t112,67\t98,5\nGARCIA Ana\t100\t90'), [
    [1, { fullName: 'BENALI Ana', paid: '112,67', worked: '98,5' }],
    [2, { fullName: 'GARCIA Ana', paid: '100', worked: '90' }],
  ])
  assert.deepEqual(read('BENALI\tAna\t03/05/1990\t112,67'), [[1, { fullName: 'BENALI Ana', birthDate: '03/05/1990', paid: '112,67' }]])
})

test('a number of payroll before the name is no hours', () => {
  assert.deepEqual(read('00042\tBENALI\tAna\t112\n00043\tGARCIA\tAna\t100')[0], [1, { fullName: 'BENALI Ana', paid: '112' }])
})

test('a line of titles says which column is which, and the lines keep the numbers of the text', () => {
  assert.deepEqual(read('Relevé de juillet\n\nNom;Prénom;Hrs travaillées;Hrs payées\nBenali;Ana;98,5;112,67'), [
    [4, { birthName: 'Benali', givenNames: 'Ana', worked: '98,5', paid: '112,67' }],
  ])
  assert.deepEqual(read('Nom\tHeures\nBenali Ana\t112'), [[2, { fullName: 'Benali Ana', paid: '112' }]])
})

test('a cell that is no hours is kept as it was typed, for its message; an empty line only counts', () => {
  assert.deepEqual(read('Benali Ana\t112\n\nGarcia Ana\tbeaucoup\nPetit Ana\t90'), [
    [1, { fullName: 'Benali Ana', paid: '112' }],
    [3, { fullName: 'Garcia Ana', paid: 'beaucoup' }],
    [4, { fullName: 'Petit Ana', paid: '90' }],
  ])
})

test('lines typed by hand, without a column: the figures end the line, « 112 h 40 » is one of them', () => {
  assert.deepEqual(read('Benali Ana 112,67 98,5\nGarcia Ana 112 h 40 90'), [
    [1, { fullName: 'Benali Ana', paid: '112,67', worked: '98,5' }],
    [2, { fullName: 'Garcia Ana', paid: '112 h 40', worked: '90' }],
  ])
})

test('the total of the sheet is left aside', () => {
  const { table, feet } = pastedHours('Benali Ana\t112\nTotal\t112')
  assert.deepEqual([table.rows.length, feet], [1, [2]])
})

test('nothing, or a text without a figure, gives no hours', () => {
  assert.deepEqual(read(''), [])
  assert.deepEqual(read('bonjour'), [[1, { fullName: 'bonjour' }]])
})
