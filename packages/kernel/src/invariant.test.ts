import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invariant } from './invariant.ts'

test('what must be true and is not is thrown with its sentence', () => {
  invariant(true, 'nothing happens')
  for (const wrong of [false, undefined, null, 0, ''])
    assert.throws(() => invariant(wrong, 'a period ends after it begins'), /^Error: Invariant broken: a period ends after it begins$/)
})
