import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type CalendarDate, day, isoDate } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { EXIT_REASONS } from './exit-reason.ts'
import { type FollowedExit, type FollowUpStop, followUpsOf, linkLastDay, SITUATIONS } from './follow-up.ts'
import { followUpCounts } from './follow-up-counts.ts'

const exit = (more: Partial<FollowedExit> = {}): FollowedExit => ({
  exitOn: day('2025-08-31'),
  reason: 'unemployed',
  answers: [],
  stops: [],
  ...more,
})
const at = (of: FollowedExit, on: string, horizon = 6) => followUpsOf(law, of, day(on)).find((each) => each.horizon === horizon)
const answer = (horizon: number, situation: (typeof SITUATIONS)[number]) => ({ horizon, situation, businessAlive: null })
const stop = (why: FollowUpStop, on: string) => ({ why, on: day(on) })

test('three, six and twelve months are counted date to date; the end of a month stays in its month', () => {
  assert.deepEqual(
    followUpsOf(law, exit(), day('2025-09-01')).map(({ horizon, dueOn }) => [horizon, isoDate(dueOn)]),
    [
      [3, '2025-11-30'],
      [6, '2026-02-28'],
      [12, '2026-08-31'],
    ],
  )
})

// Due on 28 February 2026: asked from 13 February to 29 April.
const cases: readonly [string, FollowedExit, string, string][] = [
  ['the day before the first day, it is to come', exit(), '2026-02-12', 'to-come'],
  ['fifteen days before, it is due', exit(), '2026-02-13', 'due'],
  ['sixty days after, it still is', exit(), '2026-04-29', 'due'],
  ['the day after, nobody answered', exit(), '2026-04-30', 'no-answer'],
  ['an answer stays', exit({ answers: [answer(6, 'training')] }), '2030-01-01', 'answered'],
  ['« je préfère ne pas répondre » is an answer', exit({ answers: [answer(6, 'prefer-not')] }), '2026-03-01', 'declined'],
  ['a return on the last day of asking stops it', exit({ stops: [stop('return', '2026-04-29')] }), '2026-05-30', 'stopped'],
  ['a return the day after leaves the silence as it was', exit({ stops: [stop('return', '2026-04-30')] }), '2026-05-30', 'no-answer'],
  ['a return to come stops nothing yet', exit({ stops: [stop('return', '2026-03-02')] }), '2026-03-01', 'due'],
  ['an opposition stops what is to come', exit({ stops: [stop('opposition', '2025-12-01')] }), '2025-12-01', 'stopped'],
  [
    'an answer given before a death stays',
    exit({ answers: [answer(6, 'searching')], stops: [stop('death', '2026-03-20')] }),
    '2026-04-01',
    'answered',
  ],
]
for (const [sentence, of, on, expected] of cases) test(sentence, () => assert.equal(at(of, on)?.state, expected))

test('a business is asked about three years after, other exits are not; nobody is asked after a death or a move in the house', () => {
  const horizons = (reason: FollowedExit['reason']) => followUpsOf(law, exit({ reason }), day('2026-01-01')).map(({ horizon }) => horizon)
  assert.deepEqual(horizons('business-creation'), [3, 6, 12, 36])
  assert.deepEqual(horizons('another-siae'), [3, 6, 12])
  assert.deepEqual([horizons('death'), horizons('internal-move')], [[], []])
})

test('a link is answered for thirty days', () => {
  assert.equal(isoDate(linkLastDay(law, day('2026-11-21'))), '2026-12-21')
})

test('a silence is never an answer: the rate says what it would be with and without those who did not answer', () => {
  const exits = [
    exit({ answers: [answer(6, 'lasting-employment')] }),
    exit({ answers: [answer(6, 'transition-employment')] }),
    exit({ answers: [answer(6, 'searching')] }),
    exit({ answers: [answer(6, 'training')] }),
    exit({ answers: [answer(6, 'other')] }),
    exit({ answers: [answer(6, 'prefer-not')] }),
    exit(),
    exit(),
    exit({ stops: [stop('death', '2026-01-01')] }),
  ]
  const six = followUpCounts(law, exits, day('2026-06-01')).find(({ horizon }) => horizon === 6)
  assert.deepEqual([six?.concerned, six?.silent, six?.stopped, six?.state], [9, 2, 1, 'shown'])
  assert.deepEqual(six?.employment, { numerator: 2, denominator: 5, low: 2 / 8, high: 5 / 8 })
})

test('every follow-up stands in one place, on every day', () => {
  const any = fc.record({
    reason: fc.constantFrom(...EXIT_REASONS),
    answered: fc.subarray([3, 6, 12, 36]),
    situation: fc.constantFrom(...SITUATIONS),
    stoppedAfter: fc.option(fc.integer({ min: 0, max: 1300 })),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.integer({ min: 0, max: 1400 }), (drawn, later) => {
      const exits = drawn.map(({ reason, answered, situation, stoppedAfter }) =>
        exit({
          reason,
          answers: answered.map((horizon) => answer(horizon, situation)),
          stops: stoppedAfter === null ? [] : [{ why: 'return', on: addDays(day('2025-08-31'), stoppedAfter) }],
        }),
      )
      const on = (day('2025-08-31') + later) as CalendarDate
      for (const each of followUpCounts(law, exits, on)) {
        const answered = Object.values(each.situations).reduce((sum, count) => sum + count, 0)
        assert.equal(answered + each.stopped + each.silent + each.open, each.concerned)
        const { employment } = each
        if (employment)
          assert.ok(
            employment.low <= employment.numerator / employment.denominator &&
              employment.numerator / employment.denominator <= employment.high,
          )
      }
    }),
  )
})
