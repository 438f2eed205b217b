import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvRows, readCsv } from './read-csv.ts'

const ROWS = [
  ['Nom', 'Heures'],
  ['Benali', '35,5'],
]

test('the separator is the one that cuts most lines alike, whichever a publisher uses; a decimal comma is none', () => {
  assert.deepEqual(csvRows('\uFEFFNom;Heures\r\nBenali;35,5'), ROWS)
  assert.deepEqual(csvRows('Nom\tHeures\nBenali\t35,5'), ROWS)
  assert.deepEqual(csvRows('Nom,Heures\nBenali,"35,5"'), ROWS)
  assert.deepEqual(csvRows('sep=|\r\na|b;c'), [[], ['a', 'b;c']])
  assert.deepEqual(csvRows('seul'), [['seul']])
})

test('quotes hold separators, ends of line and doubled quotes; the other cells are trimmed', () => {
  assert.deepEqual(csvRows('"Aude; nord";"dit ""le nord"""\r\n 12 ; "deux\r\nlignes;"'), [
    ['Aude; nord', 'dit "le nord"'],
    ['12', 'deux\nlignes;'],
  ])
})

test('a quote astray is kept as typed and moves no other cell', () => {
  assert.deepEqual(csvRows('a;écran 12" large;c\n1;2;3'), [
    ['a', 'écran 12" large', 'c'],
    ['1', '2', '3'],
  ])
  assert.deepEqual(csvRows('a;"dit "oui" là";c\n1;2;3')[1], ['1', '2', '3'])
})

test('a quote that nothing closes runs to the end of the file, as in a spreadsheet', () => {
  assert.deepEqual(csvRows('a;"b;c\n1;2'), [['a', 'b;c\n1;2']])
  assert.deepEqual(csvRows('sep=;\na;"'), [[], ['a', '']])
})

test('lines of unequal lengths, old Mac ends and blank lines are taken', () => {
  assert.deepEqual(csvRows('a\rb;c;d\r\r ; \re;'), [['a'], ['b', 'c', 'd'], [], [], ['e', '']])
  assert.deepEqual(csvRows(''), [])
})

test('each line keeps the number that an editor shows and the one that a spreadsheet shows; lines without text are left out', () => {
  const numbers = (text: string) => readCsv(text).map(({ line, rank }) => [line, rank])
  assert.deepEqual(numbers('a;b\n\n"1\n1";2\n;\n3;4\n'), [
    [1, 1],
    [3, 3],
    [6, 5],
  ])
  assert.deepEqual(numbers('sep=;\na\nb'), [
    [2, 2],
    [3, 3],
  ])
})

test('twice the length is about twice the time, whatever somebody wrote', () => {
  for (const hostile of ['"x', '"a"b;', ';', '\n', 'a\n', '"', '";', '" ', ' ', 'x']) {
    const times = [40_000, 160_000].map((times) => {
      const before = performance.now()
      readCsv(`a;"${hostile.repeat(times)}`)
      readCsv(hostile.repeat(times))
      return performance.now() - before
    })
    // Four times the length: sixteen times the time would be the square, and small times are noise.
    assert.ok((times[1] ?? 0) < 10 * (times[0] ?? 0) + 500, `${JSON.stringify(hostile)} took ${times.map(Math.round).join(' then ')} ms`)
  }
})
