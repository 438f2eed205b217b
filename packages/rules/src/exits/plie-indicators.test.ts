import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, wholeHours } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import type { Exit } from './classify-exit.ts'
import { EXIT_REASONS, type ExitReason } from './exit-reason.ts'
import { PLIE_INDICATORS, type PlieFacts, type PlieIndicator, plieResult } from './plie-indicators.ts'

const facts = (reason: ExitReason, { foundLast, ...more }: Partial<PlieFacts> & { readonly foundLast?: string } = {}): PlieFacts => {
  const exit: Exit = {
    kind: 'ACI',
    entry: day('2025-01-01'),
    exitOn: day('2025-08-31'),
    reason,
    hours: wholeHours(600),
    ...(foundLast === undefined ? {} : { found: { first: day('2025-09-01'), last: day(foundLast) } }),
  }
  return { exit, contracts: 1, brokenOff: false, businessAlive: null, accessAfter: null, ...more }
}
const read = (indicator: PlieIndicator, of: PlieFacts, on = '2026-11-21') => {
  const { numerator, denominator, unknown, tooEarly } = plieResult(law, [of], { indicator, on: day(on), audience: 'inside' })
  return numerator === 1 ? 'yes' : denominator === 1 ? 'no' : unknown === 1 ? 'unknown' : tooEarly === 1 ? 'too-early' : 'not-concerned'
}

const cases: readonly [string, PlieIndicator, PlieFacts, string, string?][] = [
  [
    'a business is asked about three years after: not the day before',
    'business-survival',
    facts('business-creation'),
    'too-early',
    '2028-08-30',
  ],
  [
    'three years to the day, an answer that nobody has is unknown',
    'business-survival',
    facts('business-creation'),
    'unknown',
    '2028-08-31',
  ],
  ['alive', 'business-survival', facts('business-creation', { businessAlive: true }), 'yes', '2028-08-31'],
  ['closed', 'business-survival', facts('business-creation', { businessAlive: false }), 'no', '2028-08-31'],
  ['other exits are not concerned by survival', 'business-survival', facts('unemployed'), 'not-concerned'],
  ['a CDI lasts', 'lasting-employment', facts('open-ended-contract'), 'yes'],
  [
    'a CDD of six months exactly is not of more than six',
    'lasting-employment',
    facts('fixed-term-contract', { foundLast: '2026-02-28' }),
    'no',
  ],
  ['one day more is', 'lasting-employment', facts('fixed-term-contract', { foundLast: '2026-03-01' }), 'yes'],
  ['a length that nobody typed is unknown', 'lasting-employment', facts('fixed-term-contract'), 'unknown'],
  ['a business is not salaried', 'lasting-employment', facts('business-creation'), 'no'],
  ['in employment on leaving, no need to wait twelve months', 'access', facts('open-ended-contract'), 'yes', '2025-09-01'],
  ['without a job, the twelfth month has not come', 'access', facts('unemployed'), 'too-early', '2026-08-30'],
  ['twelve months to the day, an answer that nobody has is unknown', 'access', facts('unemployed'), 'unknown', '2026-08-31'],
  ['found within the twelve months', 'access', facts('unemployed', { accessAfter: true }), 'yes', '2026-01-31'],
  ['still searching at twelve months', 'access', facts('unemployed', { accessAfter: false }), 'no', '2026-08-31'],
  ['a contract that ran to its agreed day is no abandonment', 'abandonment', facts('unemployed'), 'no'],
  ['broken during the second contract, without a job then', 'abandonment', facts('no-news', { contracts: 2, brokenOff: true }), 'yes'],
  ['broken during the third', 'abandonment', facts('no-news', { contracts: 3, brokenOff: true }), 'no'],
  ['broken for a job is no abandonment', 'abandonment', facts('open-ended-contract', { brokenOff: true }), 'no'],
  ['contracts that nobody counted', 'abandonment', facts('no-news', { contracts: null, brokenOff: true }), 'unknown'],
]
for (const [sentence, indicator, of, expected, on] of cases)
  test(`${indicator}: ${sentence}`, () => assert.equal(read(indicator, of, on), expected))

test('the parts of each result add up to the exits it concerns, and what is not known is in no rate', () => {
  const any = fc.record({
    reason: fc.constantFrom<ExitReason>(...EXIT_REASONS),
    contracts: fc.option(fc.integer({ min: 1, max: 4 })),
    brokenOff: fc.boolean(),
    businessAlive: fc.option(fc.boolean()),
    accessAfter: fc.option(fc.boolean()),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 15 }), fc.integer({ min: 0, max: 1500 }), (drawn, later) => {
      const all = drawn.map(({ reason, ...more }) => facts(reason, more))
      for (const indicator of PLIE_INDICATORS) {
        const found = plieResult(law, all, { indicator, on: (day('2025-08-31') + later) as Exit['exitOn'], audience: 'inside' })
        const concerned =
          indicator === 'business-survival' ? all.filter(({ exit }) => exit.reason === 'business-creation').length : all.length
        assert.equal(found.denominator + found.unknown + found.tooEarly, concerned)
        assert.ok(found.numerator <= found.denominator)
        const { between } = found
        if (between && found.denominator > 0) {
          const ofTheKnown = found.numerator / found.denominator
          assert.ok(between.low <= ofTheKnown && ofTheKnown <= between.high)
        }
      }
    }),
  )
})

test('a yes that the exit tells and a no that nobody asked never make a hundred percent', () => {
  const all = [facts('open-ended-contract'), facts('unemployed'), facts('unemployed'), facts('unemployed'), facts('unemployed')]
  const found = plieResult(law, all, { indicator: 'access', on: day('2026-11-21'), audience: 'inside' })
  assert.deepEqual([found.numerator, found.denominator, found.unknown], [1, 1, 4])
  assert.deepEqual(found.between, { low: 0.2, high: 1 })
})
