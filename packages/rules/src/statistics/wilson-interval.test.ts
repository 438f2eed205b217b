import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wilsonInterval } from './wilson-interval.ts'

const proportion = fc.integer({ min: 1, max: 5000 }).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))
const of = (some: number, whole: number) => {
  const found = wilsonInterval(some, whole)
  assert.ok(found)
  return found
}
const near = (a: number, b: number) => Math.abs(a - b) < 1e-9

test('three out of four stands between 30 % and 95 %; nobody counted gives nothing', () => {
  const { low, high } = of(3, 4)
  assert.ok(low.toFixed(7) === '0.3006418' && high.toFixed(7) === '0.9544127')
  assert.equal(wilsonInterval(0, 0), null)
  for (const [some, whole] of [
    [2, 1],
    [-1, 3],
    [0.5, 1],
  ] as const)
    assert.throws(() => wilsonInterval(some, whole), /some of its whole/)
})

test('the interval stands inside 0 and 1 and holds the proportion', () => {
  fc.assert(
    fc.property(proportion, ([some, whole]) => {
      const { low, high } = of(some, whole)
      assert.ok(0 <= low && low <= some / whole && some / whole <= high && high <= 1)
    }),
  )
})

test('those in and those out have the same interval, seen from the other side', () => {
  fc.assert(
    fc.property(proportion, ([some, whole]) => {
      const [one, other] = [of(some, whole), of(whole - some, whole)]
      assert.ok(near(one.low, 1 - other.high) && near(one.high, 1 - other.low))
    }),
  )
})

test('ten times more people at the same rate narrow the interval', () => {
  fc.assert(
    fc.property(proportion, ([some, whole]) => {
      const [few, many] = [of(some, whole), of(some * 10, whole * 10)]
      assert.ok(many.high - many.low < few.high - few.low)
    }),
  )
})

test('its bounds are the rates from which the count would be at the limit of chance', () => {
  fc.assert(
    fc.property(proportion, ([some, whole]) => {
      const { low, high } = of(some, whole)
      for (const bound of [low, high]) {
        if (bound === 0 || bound === 1) continue
        const distance = (some / whole - bound) / Math.sqrt((bound * (1 - bound)) / whole)
        assert.ok(Math.abs(Math.abs(distance) - 1.959_963_984_540_054) < 1e-6)
      }
    }),
  )
})
