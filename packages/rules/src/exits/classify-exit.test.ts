import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, NoTextInForce, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { internalMoveClass } from '../parameters/exit-rules.ts'
import { classifyExit, classOfReason, type Exit } from './classify-exit.ts'
import { endsOfAStay, exitAnomalies } from './exit-anomalies.ts'
import { exitRates } from './exit-rates.ts'
import { EXIT_REASONS, type ExitReason, paymentCodeOfExit, sensitivityOfExit } from './exit-reason.ts'
import { exitAnomalySentence, exitMissingSentence, exitReasonGroupLabels, exitStepSentence } from './wording.fr.ts'

const exit = (reason: ExitReason, more: Partial<Exit> = {}): Exit => ({
  kind: 'ACI',
  entry: day('2025-01-01'),
  exitOn: day('2025-08-31'),
  reason,
  hours: wholeHours(600),
  ...more,
})
const contract = (last: string | null) => ({ found: { first: day('2025-09-01'), last: last === null ? null : day(last) } })
const finding = (of: Exit, under = law) => classifyExit(under, of).value

const cases: readonly [string, Exit, string | null, boolean | null][] = [
  ['a CDI is durable', exit('open-ended-contract'), 'durable', true],
  ['a CDD of six months exactly is durable by default', exit('fixed-term-contract', contract('2026-02-28')), 'durable', true],
  ['one day less is a transition', exit('fixed-term-contract', contract('2026-02-27')), 'transition', true],
  ['a mission without a known end is longer', exit('temporary-assignment', contract(null)), 'durable', true],
  ['a CDD whose length nobody knows is not classed', exit('fixed-term-contract'), null, true],
  ['an aided contract is a transition', exit('aided-contract'), 'transition', true],
  ['a qualifying training is positive', exit('qualifying-training'), 'positive', true],
  ['a contract in another SIAE is positive, and stays in the IAE', exit('another-siae'), 'positive', true],
  ['no news is another exit, and is counted', exit('no-news'), 'other', true],
  ['a death is taken out', exit('death'), 'excluded', false],
  ['a move from an ACI to an EI of one carrier is not counted', exit('internal-move'), 'excluded', false],
  ['three months exactly of presence are enough', exit('unemployed', { exitOn: day('2025-03-31') }), 'other', true],
  ['one day less is not', exit('unemployed', { exitOn: day('2025-03-30') }), 'excluded', false],
  [
    '150 hours are enough in an AI, whatever the time',
    exit('unemployed', { kind: 'AI', exitOn: day('2025-01-31'), hours: wholeHours(150) }),
    'other',
    true,
  ],
  ['149 hours are not', exit('unemployed', { kind: 'ETTI', hours: wholeHours(149) }), 'excluded', false],
  ['hours that nobody knows leave the counting open', exit('unemployed', { kind: 'AI', hours: null }), 'other', null],
  ['an EITI has no floor', exit('unemployed', { kind: 'EITI', exitOn: day('2025-01-02'), hours: null }), 'other', true],
]
for (const [sentence, of, expected, counted] of cases)
  test(sentence, () => assert.deepEqual([finding(of).class, finding(of).counted], [expected, counted]))

test('a territory may write that an internal move is positive; it then counts, and still stays in the IAE', () => {
  const local = { from: day('2025-01-01'), to: null, published: day('2025-01-01'), author: 'Comité', legalBasis: 'Dialogue de gestion' }
  const ours = law.with([{ ...local, key: internalMoveClass.key, stored: 'positive' }])
  assert.deepEqual(finding(exit('internal-move'), ours), { class: 'positive', counted: true, why: null, staysInIae: true, missing: [] })
  assert.throws(() => law.with([{ ...local, key: internalMoveClass.key, stored: 'durable' }]), TypeError)
})

test('a contract elsewhere in the IAE and an inclusion contract are flagged as staying in it, with the agency’s codes', () => {
  assert.deepEqual(
    EXIT_REASONS.filter((reason) => finding(exit(reason)).staysInIae),
    ['inclusion-contract', 'another-siae', 'internal-move'],
  )
  assert.deepEqual([paymentCodeOfExit('another-siae'), paymentCodeOfExit('inclusion-contract'), paymentCodeOfExit('death')], [2, 96, null])
})

test('health and justice never show in a step that everybody reads', () => {
  for (const reason of EXIT_REASONS)
    assert.equal(classifyExit(law, exit(reason)).because()[0]?.sensitivity, sensitivityOfExit(reason), reason)
  assert.equal(sensitivityOfExit('detention'), 'justice')
})

test('what a reason counts for is told before anything is known of the contract found', () => {
  const of = (reason: ExitReason) => classOfReason(law, reason, day('2025-08-31'))
  assert.deepEqual(
    [of('open-ended-contract'), of('fixed-term-contract'), of('internal-move'), of('death')],
    ['durable', 'by-length', 'not-counted', 'excluded'],
  )
  for (const reason of EXIT_REASONS) assert.ok(exitReasonGroupLabels[of(reason)])
})

test('a reason kept from a reader counts as what it is: every health, justice or social reason takes the exit out', () => {
  const kept = EXIT_REASONS.filter((reason) => sensitivityOfExit(reason) !== 'ordinary')
  assert.deepEqual(kept, ['death', 'long-illness', 'maternity', 'detention'])
  for (const reason of kept) assert.deepEqual(finding(exit(reason)), finding(exit('withheld')), reason)
  assert.ok(!(EXIT_REASONS as readonly string[]).includes('withheld'))
})

test('no rule of presence is known before 2014', () => {
  assert.throws(() => finding(exit('unemployed', { exitOn: day('2013-12-31'), entry: day('2013-01-01') })), NoTextInForce)
})

test('every step and every missing fact has a sentence', () => {
  for (const reason of EXIT_REASONS)
    for (const kind of ['ACI', 'AI'] as const)
      for (const each of classifyExit(law, exit(reason, { kind, ...contract('2026-02-28') })).because())
        assert.ok(exitStepSentence({ code: each.code, inputs: each.inputs }).endsWith('.'), each.code)
  for (const fact of ['length-of-contract-found', 'hours'] as const) assert.ok(exitMissingSentence(fact).endsWith('.'))
})

test('rates count some of the counted exits; what is left out says why, and what lacks a fact is in no rate', () => {
  const exits = [
    exit('open-ended-contract'),
    exit('fixed-term-contract', contract('2025-12-31')),
    exit('qualifying-training'),
    exit('another-siae'),
    exit('unemployed'),
    exit('no-news'),
    exit('death'),
    exit('internal-move'),
    exit('unemployed', { exitOn: day('2025-02-01') }),
    exit('fixed-term-contract'),
    exit('unemployed', { kind: 'AI', hours: null }),
  ]
  const rates = exitRates(law, exits, { on: day('2025-12-31'), audience: 'inside' })
  const counts = (rate: (typeof rates)['dynamic']) => [rate.numerator, rate.denominator, rate.state, rate.target]
  assert.deepEqual(counts(rates.dynamic), [4, 6, 'shown', 60])
  assert.deepEqual(counts(rates.employment), [2, 6, 'shown', null])
  assert.deepEqual(counts(rates.durable), [1, 6, 'shown', 25])
  assert.deepEqual(rates.excluded, {
    'withdrawn-by-its-reason': 1,
    'presence-too-short': 1,
    'hours-too-few': 0,
    'internal-move': 1,
  })
  assert.deepEqual(rates.undetermined, { 'length-of-contract-found': 1, hours: 1 })
  assert.equal(rates.stayingInIae, 1)
  assert.ok(rates.dynamic.interval && rates.dynamic.interval.low < 4 / 6 && 4 / 6 < rates.dynamic.interval.high)
})

test('four exits are too few inside, ten for the public, and none is nobody', () => {
  const state = (count: number, audience: 'inside' | 'public') =>
    exitRates(
      law,
      Array.from({ length: count }, () => exit('unemployed')),
      { on: day('2025-12-31'), audience },
    ).dynamic.state
  assert.deepEqual([state(0, 'inside'), state(4, 'inside'), state(5, 'inside')], ['nobody', 'too-few', 'shown'])
  assert.deepEqual([state(10, 'public'), state(11, 'public')], ['too-few', 'shown'])
})

test('the end of a stay is neither that of a contract nor that of the PASS', () => {
  const contracts = [{ first: day('2025-01-01'), last: day('2025-06-30') }]
  assert.deepEqual(endsOfAStay(exit('unemployed'), contracts, day('2026-12-31')), {
    stay: day('2025-08-31'),
    contract: day('2025-06-30'),
    pass: day('2026-12-31'),
  })
  assert.equal(endsOfAStay(exit('unemployed'), [], null).contract, null)
})

test('what is wrong in an exit is listed with a sentence; a person who works in another SIAE goes on there', () => {
  const codes = (more: Partial<Parameters<typeof exitAnomalies>[0]>) => {
    const found = exitAnomalies({
      exit: exit('unemployed'),
      contracts: [{ first: day('2025-01-01'), last: day('2025-08-31') }],
      earlierExitOn: null,
      worksElsewhere: false,
      ...more,
    })
    for (const each of found) assert.ok(exitAnomalySentence(each).endsWith('.'))
    return found.map((each) => each.code)
  }
  assert.deepEqual(codes({}), [])
  assert.deepEqual(codes({ contracts: [{ first: day('2025-01-01'), last: null }] }), ['exits/contract-still-runs'])
  assert.deepEqual(codes({ contracts: [{ first: day('2025-01-01'), last: day('2025-09-01') }] }), ['exits/contract-still-runs'])
  assert.deepEqual(codes({ contracts: [{ first: day('2025-01-01'), last: day('2025-08-30') }] }), ['exits/no-contract-since'])
  assert.deepEqual(codes({ earlierExitOn: day('2025-07-01'), worksElsewhere: true }), [
    'exits/second-exit-of-a-stay',
    'exits/continues-in-another-siae',
  ])
  assert.ok(codes({ exit: exit('unemployed', { entry: day('2025-09-01') }) }).includes('exits/exit-before-entry'))
})
