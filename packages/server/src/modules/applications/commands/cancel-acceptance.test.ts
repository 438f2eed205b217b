import assert from 'node:assert/strict'
import { test } from 'node:test'
import { possibleMoves } from '../model.ts'

test('nobody cancels an acceptance by a button: cancelling the hire does', () => {
  assert.deepEqual(possibleMoves('accepted'), [])
})
