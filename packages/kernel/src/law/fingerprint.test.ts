import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprint } from './fingerprint.ts'

test('the empty content has the starting value of FNV-1a, and a known text its known value', () => {
  assert.equal(fingerprint(undefined), 'cbf29ce484222325')
  // FNV-1a 64 of the character 1, the JSON of the number: (offset xor 0x31) × prime.
  assert.equal(fingerprint(1), (((0xcbf29ce484222325n ^ 0x31n) * 0x100000001b3n) & 0xffffffffffffffffn).toString(16))
})

test('the order of keys does not count, the order of a list does', () => {
  assert.equal(fingerprint({ a: 1, b: { c: 2, d: 3 } }), fingerprint({ b: { d: 3, c: 2 }, a: 1 }))
  assert.notEqual(fingerprint([1, 2]), fingerprint([2, 1]))
  assert.notEqual(fingerprint({ a: 1 }), fingerprint({ a: '1' }))
  assert.notEqual(fingerprint({ a: null }), fingerprint({}))
})
