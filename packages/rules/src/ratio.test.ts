import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareRatios, minusRatio, ratio, roundedRatio, shownRatio, sumRatios, timesRatio, ZERO } from './ratio.ts'

/** The denominators of the sector: months, hundredths, hours of one full-time equivalent. */
const any = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(12, 100, 1200, 1505, 1600, 1607, 1820))
  .map(([n, d]) => ratio(n, d))

test('a ratio is kept in lowest terms and made of safe integers only', () => {
  assert.deepEqual(ratio(1352, 1820), { numerator: 26, denominator: 35 })
  assert.deepEqual(ratio(-0, 5), ZERO)
  for (const wrong of [() => ratio(0.5), () => ratio(1, 0), () => ratio(1, -2)]) assert.throws(wrong, /two safe integers/)
})

test('what is added and taken away again is what it was, in any order', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), any, (some, one) => {
      const sum = sumRatios([...some, one])
      assert.deepEqual(sumRatios([one, ...some.toReversed()]), sum)
      assert.deepEqual(minusRatio(sum, one), sumRatios(some))
    }),
  )
})

test('ratios are compared exactly, and multiplied by integers', () => {
  assert.equal(compareRatios(ratio(1, 3), ratio(2, 6)), 0)
  assert.equal(compareRatios(ratio(1, 3), ratio(334, 1000)), -1)
  assert.equal(compareRatios(ratio(-1, 3), ratio(-334, 1000)), 1)
  assert.deepEqual(timesRatio(ratio(5, 12), 12), ratio(5))
  assert.equal(shownRatio(ratio(1, 4)), 0.25)
})

test('a ratio is rounded towards zero or to the nearest, the half away from zero', () => {
  const decimals = 2
  for (const [value, zero, nearest] of [
    [ratio(7428, 10_000), 74, 74],
    [ratio(7450, 10_000), 74, 75],
    [ratio(-7450, 10_000), -74, -75],
    [ratio(7449, 10_000), 74, 74],
  ] as const) {
    assert.deepEqual(roundedRatio(value, { decimals, towards: 'zero' }), ratio(zero, 100))
    assert.deepEqual(roundedRatio(value, { decimals, towards: 'nearest' }), ratio(nearest, 100))
    assert.deepEqual(roundedRatio(value, 'exact'), value)
  }
})
