import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apportion } from './apportion.ts'

test('nothing is lost in sharing, and nobody is further than one from an exact share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1 }), (total, weights) => {
      const shares = apportion(total, weights)
      const sum = weights.reduce((whole, weight) => whole + weight, 0)
      assert.equal(
        shares.reduce((whole, share) => whole + share, 0),
        total,
      )
      for (const [at, share] of shares.entries()) assert.ok(Math.abs(share - (total * (weights[at] ?? 0)) / sum) < 1)
    }),
  )
})
