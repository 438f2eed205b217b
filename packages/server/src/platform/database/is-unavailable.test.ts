import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnavailable } from './is-unavailable.ts'

const coded = (code: string) => Object.assign(new Error('x'), { code })

test('a database that stops, starts, is full or cannot be reached is away', () => {
  for (const code of ['57P01', '57P03', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET']) assert.ok(isUnavailable(coded(code)), code)
  assert.ok(isUnavailable(new Error('Connection terminated unexpectedly')))
  assert.ok(isUnavailable(new Error('timeout exceeded when trying to connect')))
})

test('a constraint, a right refused, a statement too long, a bug are not', () => {
  for (const code of ['23505', '42501', '57014', '40001']) assert.ok(!isUnavailable(coded(code)), code)
  assert.ok(!isUnavailable(new TypeError('x is undefined')))
  assert.ok(!isUnavailable('ECONNREFUSED'))
})
