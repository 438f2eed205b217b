import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { survival, type Wait } from './survival.ts'

const waits = (text: string): Wait[] => text.split(' ').map((each) => ({ days: Number.parseInt(each, 10), happened: !each.endsWith('+') }))

// Freireich and others, 1963: the two groups that every course on survival computes; `+`: still waiting.
const TREATED = waits('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
const PLACEBO = waits('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')

test('the reference case gives the published curve and medians', () => {
  const { steps, median, interval, people, happened } = survival(TREATED)
  assert.deepEqual([people, happened, median, interval], [21, 9, 23, { low: 16, high: null }])
  assert.deepEqual(
    steps.map((each) => [each.days, each.atRisk, each.happened, each.waiting.toFixed(3)]),
    [
      [6, 21, 3, '0.857'],
      [7, 17, 1, '0.807'],
      [10, 15, 1, '0.753'],
      [13, 12, 1, '0.690'],
      [16, 11, 1, '0.627'],
      [22, 7, 1, '0.538'],
      [23, 6, 1, '0.448'],
    ],
  )
  const other = survival(PLACEBO)
  assert.deepEqual([other.median, other.interval], [8, { low: 4, high: 12 }])
})

test('leaving out those who wait would shorten the wait: with most of them waiting there is no median', () => {
  const hired = waits('10 12 20')
  assert.equal(survival(hired).median, 12)
  assert.equal(survival([...hired, ...waits('90+ 90+ 90+ 90+')]).median, null)
  assert.deepEqual(survival([]), { people: 0, happened: 0, steps: [], median: null, interval: null })
  assert.throws(() => survival([{ days: -1, happened: true }]), /whole number of days/)
})

const any = fc.array(fc.record({ days: fc.nat({ max: 400 }), happened: fc.boolean() }), { maxLength: 60 })

test('without anybody waiting it is the plain part of those not yet served', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 40 }), (days) => {
      for (const step of survival(days.map((each) => ({ days: each, happened: true }))).steps)
        assert.ok(Math.abs(step.waiting - days.filter((each) => each > step.days).length / days.length) < 1e-9)
    }),
  )
})

test('the part waiting never grows, and the median stands inside its bounds', () => {
  fc.assert(
    fc.property(any, (all) => {
      const { steps, median, interval } = survival(all)
      for (const [index, step] of steps.entries()) assert.ok(step.waiting <= (steps[index - 1]?.waiting ?? 1) + 1e-12 && step.waiting >= 0)
      if (interval) assert.ok(median !== null && interval.low <= median && (interval.high === null || median <= interval.high))
      else assert.equal(median, null)
    }),
  )
})
