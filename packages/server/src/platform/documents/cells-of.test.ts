import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellsOf } from './cells-of.ts'

test('a quoted cell holds separators, ends of line and doubled quotes; the others are trimmed', () => {
  assert.deepEqual(cellsOf('"Aude; nord";"dit ""le nord"""\r\n 12 ;"deux\nlignes"', ';'), [
    ['Aude; nord', 'dit "le nord"'],
    ['12', 'deux\nlignes'],
  ])
})
