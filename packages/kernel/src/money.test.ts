import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cents, euros, share, sumCents } from './money.ts'

const abs = (value: bigint) => (value < 0n ? -value : value)

/** Half away from zero, written from its definition: the nearest integer, and of two as near the one farther from zero. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const towardsZero = numerator / denominator
  const away = towardsZero + (numerator < 0n ? -1n : 1n)
  const distance = (value: bigint) => abs(value * denominator - numerator)
  return distance(away) <= distance(towardsZero) ? away : towardsZero
}

test('money is a safe integer number of cents', () => {
  assert.equal(euros(23_921), cents(2_392_100))
  assert.equal(sumCents([]), 0)
  assert.equal(sumCents([cents(150), cents(-50)]), 100)
  assert.equal(cents(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
  for (const wrong of [0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
    assert.throws(() => cents(wrong), /money is a safe integer/)
    assert.throws(() => euros(wrong), /whole euros/)
  }
  assert.throws(() => sumCents([cents(Number.MAX_SAFE_INTEGER), cents(1)]), /money is a safe integer/)
})

test('a share is rounded half away from zero, on both sides of the half', () => {
  for (const [amount, numerator, denominator, expected] of [
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, -1, 2, -1],
    [-1, -1, 2, 1],
    [3, 1, 2, 2],
    [1, 499, 1000, 0],
    [1, 501, 1000, 1],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [-2, 1, 3, -1],
    [1, 2, 5, 0],
    [1, 3, 5, 1],
    [10_000, 1, 3, 3333],
    [0, 1, 7, 0],
    [5, 0, 7, 0],
  ] as const)
    assert.equal(share(cents(amount), numerator, denominator), expected, `${amount} × ${numerator} / ${denominator}`)
})

test('a share equals the exact rational rounded once, whatever the signs and the parity of the denominator', () => {
  const amount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 })
  const numerator = fc.integer({ min: -182_000, max: 182_000 })
  const denominator = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1_000_000 }))
  fc.assert(
    fc.property(amount, numerator, denominator, (money, over, under) => {
      const expected = nearest(BigInt(money) * BigInt(over), BigInt(under))
      fc.pre(abs(expected) <= BigInt(Number.MAX_SAFE_INTEGER))
      assert.equal(BigInt(share(cents(money), over, under)), expected)
      assert.equal(share(cents(-money), over, under) + share(cents(money), over, under), 0)
    }),
    { numRuns: 1500 },
  )
})

test('a share stays exact where the product no longer fits a double', () => {
  const most = Number.MAX_SAFE_INTEGER
  assert.equal(share(cents(most), most, most), most)
  assert.equal(share(cents(most), 1, 2), 4_503_599_627_370_496)
  assert.equal(share(cents(-most), 1, 2), -4_503_599_627_370_496)
  assert.throws(() => share(cents(most), 2, 1), /money is a safe integer/)
})

test('a ratio has integers and a denominator above zero', () => {
  for (const [over, under] of [
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, Number.NaN],
  ] as const)
    assert.throws(() => share(cents(100), over, under), /a share is a ratio of integers/)
})
