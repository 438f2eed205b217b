import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { isLate, possibleMoves } from './model.ts'

const promisedOn = day('2026-12-10')

test('an answer is late the day after the day promised, and only while nobody answered', () => {
  assert.equal(isLate({ state: 'new', promisedOn }, promisedOn), false)
  assert.equal(isLate({ state: 'new', promisedOn }, day('2026-12-11')), true)
  assert.equal(isLate({ state: 'postponed', promisedOn }, day('2026-12-11')), false)
})

test('a structure is offered what the rules allow from each state, and nothing reserved to others', () => {
  assert.deepEqual(possibleMoves('new'), ['accept', 'process', 'postpone', 'add-to-pool', 'refuse', 'transfer'])
  assert.deepEqual(possibleMoves('refused'), ['accept', 'transfer'])
  assert.deepEqual(possibleMoves('obsolete'), ['accept', 'add-to-pool', 'transfer'])
})
