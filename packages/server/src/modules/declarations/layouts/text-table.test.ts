import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriedRows, textOfRows } from './text-table.ts'

test('what a page carries comes back the same, but tabulations and line ends', () => {
  assert.deepEqual(carriedRows(textOfRows([['a', 'b\tc\nd', ''], ['1']])), [['a', 'b c d', ''], ['1']])
  assert.deepEqual(carriedRows('a\tb\r\nc'), [['a', 'b'], ['c']])
})
