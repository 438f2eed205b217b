import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { movesTheRight, rightBeside } from './model.ts'

const right = (first: string, last: string) => ({ first: day(first), last: day(last) })
const [old, recent] = [right('2022-01-01', '2023-12-31'), right('2026-01-01', '2027-12-31')]

test('a fact is looked at beside the right that covers it, or the nearest', () => {
  assert.equal(rightBeside([old, recent], day('2023-12-31')), old)
  assert.equal(rightBeside([old, recent], day('2024-02-01')), old)
  assert.equal(rightBeside([old, recent], day('2025-12-01')), recent)
  assert.equal(rightBeside([], day('2025-12-01')), undefined)
})

test('the right moves with a hire that is alone, and earlier whoever else rests on it', () => {
  assert.equal(movesTheRight(recent, day('2026-02-01'), false), true)
  assert.equal(movesTheRight(recent, day('2026-02-01'), true), false)
  assert.equal(movesTheRight(recent, day('2025-12-31'), true), true)
})
