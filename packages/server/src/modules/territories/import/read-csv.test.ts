import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCsv } from './read-csv.ts'

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells)

test('the separator is found from the first line, whichever a publisher uses', () => {
  for (const separator of [';', ',', '\t'])
    assert.deepEqual(cellsOf(`code${separator}nom\n1${separator}Aude`), [
      ['code', 'nom'],
      ['1', 'Aude'],
    ])
})

test('quotes hold separators, ends of line and doubled quotes', () => {
  assert.deepEqual(cellsOf('a;b\n"x;y";"dit ""le petit""\nsuite"'), [
    ['a', 'b'],
    ['x;y', 'dit "le petit"\nsuite'],
  ])
})

test('a byte order mark, Windows or old Mac ends and empty lines change nothing', () => {
  assert.deepEqual(cellsOf('\uFEFFa;b\r\n1;2\r\n\r\n'), [
    ['a', 'b'],
    ['1', '2'],
  ])
  assert.deepEqual(cellsOf('a;b\r1;2'), [
    ['a', 'b'],
    ['1', '2'],
  ])
  assert.deepEqual(cellsOf(''), [])
})

test('each line keeps the number that an editor shows', () => {
  assert.deepEqual(
    readCsv('a;b\n\n"1\n1";2\n3;4\n').map(({ line }) => line),
    [1, 3, 5],
  )
})
