import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, centiHours, day, type SiaeKind, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { Contract, ContractType } from './contract.ts'
import { type ContractFacts, contractAnomalies } from './contract-anomalies.ts'
import { cumulatedHoursAnomalies } from './cumulated-hours.ts'
import { type Immersion, immersionAnomalies } from './immersion-anomalies.ts'
import { inclusionPostsAnomalies } from './inclusion-posts.ts'
import { employmentAnomalySentence } from './wording.fr.ts'

const held = { pass: { first: day('2025-01-01') }, acts: [] }
const contract = (first: string, last: string | null, more: Partial<Contract> = {}): Contract => ({
  type: 'CDDI',
  first: day(first),
  last: last === null ? null : day(last),
  signedOn: day(first),
  renewal: false,
  weekly: [{ from: day(first), hours: wholeHours(26) }],
  ...more,
})
const codes = (of: Contract, more: Partial<ContractFacts> = {}) => {
  const found = contractAnomalies(law, { contract: of, kind: 'ACI', previous: [], held, ...more })
  for (const each of found) assert.ok(employmentAnomalySentence(each).endsWith('.'), each.code)
  return found.map((each) => each.code.replace('employment/', ''))
}
const weekly = (hours: number, from = '2025-01-01') => ({ from: day(from), hours: centiHours(hours) })

test('a first contract lasts four months at least: 30 April is enough from 1 January, 29 April is not', () => {
  assert.deepEqual(codes(contract('2025-01-01', '2025-04-30')), [])
  assert.deepEqual(codes(contract('2025-01-01', '2025-04-29')), ['first-contract-too-short'])
})

test('a first contract broken before its term was not too short when it was signed for four months', () => {
  const broken = contract('2025-01-01', '2025-02-14')
  assert.deepEqual(codes(broken, { signedUntil: day('2025-04-30') }), [])
  assert.deepEqual(codes(broken, { signedUntil: day('2025-04-29') }), ['first-contract-too-short'])
})

test('a renewal may be shorter, and so may a sentence adjustment; a CDDU has no minimum', () => {
  assert.deepEqual(codes(contract('2025-01-01', '2025-01-31', { renewal: true })), [])
  assert.deepEqual(codes(contract('2025-01-01', '2025-01-31', { sentenceAdjustment: true })), [])
  assert.deepEqual(codes(contract('2025-01-01', '2025-01-02', { type: 'CDDU' }), { kind: 'AI' }), [])
})

test('a CDDI, a CDDU and a contract of mission have a term; the others may have none', () => {
  for (const [type, kind] of [
    ['CDDI', 'ACI'],
    ['CDDU', 'AI'],
    ['CTT', 'ETTI'],
  ] as const) {
    assert.deepEqual(codes(contract('2025-01-01', null, { type }), { kind }), ['term-missing'], type)
    assert.deepEqual(codes(contract('2025-01-01', '2025-12-31', { type }), { kind }), [], type)
  }
  for (const type of ['CDI', 'APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER'] as const)
    assert.deepEqual(codes(contract('2025-01-01', null, { type }), { kind: 'EI' }), [], type)
})

test('24 months with one employer, renewals included: the last day of the 24th is inside, the next is not', () => {
  const previous = [contract('2025-01-01', '2025-12-31')]
  assert.deepEqual(codes(contract('2026-01-01', '2026-12-31', { renewal: true }), { previous }), [])
  const over = contract('2026-01-01', '2027-01-01', { renewal: true })
  assert.deepEqual(codes(over, { previous, held: { ...held, acts: [prolonged()] } }), ['contracts-too-long-together'])
  assert.deepEqual(codes(over, { previous, held: { ...held, acts: [prolonged()] }, extendedUntil: day('2027-01-01') }), [])
})

function prolonged() {
  return { kind: 'prolongation', first: day('2027-01-01'), last: day('2027-12-31'), reason: 'senior' } as const
}

test('the two clocks are apart: a new employer begins another 24 months, the PASS goes on', () => {
  const late = contract('2026-10-01', '2027-03-31')
  assert.deepEqual(codes(late), ['contract-beyond-pass'])
  assert.deepEqual(codes(contract('2026-08-01', '2026-12-31')), [])
  assert.deepEqual(codes(contract('2026-08-01', '2026-12-31'), { held: null }), ['contract-without-pass'])
})

test('a mission of an ETTI lasts 24 months at most, renewals included', () => {
  const mission = (last: string) => contract('2025-01-01', last, { type: 'CTT' })
  assert.deepEqual(codes(mission('2026-12-31'), { kind: 'ETTI' }), [])
  assert.deepEqual(codes(mission('2027-01-01'), { kind: 'ETTI' }), ['assignment-too-long', 'contract-beyond-pass'])
})

test('twenty hours a week are an average over the contract, both sides', () => {
  const of = (...hours: Contract['weekly']) => contract('2025-01-01', '2025-04-30', { weekly: hours })
  assert.deepEqual(codes(of(weekly(2000))), [])
  assert.deepEqual(codes(of(weekly(1999))), ['weekly-hours-below-minimum'])
  // 1 March parts the 120 days into 59 and 61.
  assert.deepEqual(codes(of(weekly(1500), weekly(2500, '2025-03-01'))), [])
  assert.deepEqual(codes(of(weekly(2500), weekly(1500, '2025-03-01'))), ['weekly-hours-below-minimum'])
  assert.deepEqual(codes(of(weekly(1000)), { belowMinimumAuthorised: true }), [])
  assert.deepEqual(codes(of(weekly(1000)), { kind: 'EI', belowMinimumAuthorised: true }), ['weekly-hours-below-minimum'])
  assert.deepEqual(codes(of()), [])
})

test('an ACI stays within 35 hours; an EI may go above', () => {
  const of = (hours: number) => contract('2025-01-01', '2025-04-30', { weekly: [weekly(hours)] })
  assert.deepEqual(codes(of(3500)), [])
  assert.deepEqual(codes(of(3501)), ['weekly-hours-above-ceiling'])
  assert.deepEqual(codes(of(3501), { kind: 'EI' }), [])
})

test('minors: 16 on the first day, 35 hours a week before 18, nothing asked of an unknown birth', () => {
  const of = (hours: number) => contract('2025-06-15', '2025-12-31', { weekly: [weekly(hours)] })
  const born = (year: number, month: number, dayOfMonth: number) => ({ kind: 'EI' as const, birth: { year, month, day: dayOfMonth } })
  assert.deepEqual(codes(of(3500), born(2009, 6, 15)), [])
  assert.deepEqual(codes(of(3500), born(2009, 6, 16)), ['too-young'])
  assert.deepEqual(codes(of(3600), born(2007, 6, 16)), ['minor-weekly-hours'])
  assert.deepEqual(codes(of(3600), born(2007, 6, 15)), [])
  assert.deepEqual(codes(of(3600), { kind: 'EI' }), [])
})

test('before eighteen, somebody answers in law with the person; from eighteen, nobody does', () => {
  const signed = contract('2025-06-15', '2025-12-31')
  const born = (year: number, dayOfMonth: number, represented?: boolean) =>
    codes(signed, { kind: 'EI', birth: { year, month: 6, day: dayOfMonth }, ...(represented === undefined ? {} : { represented }) })
  assert.deepEqual(born(2007, 16, false), ['minor-without-representative'])
  assert.deepEqual(born(2007, 16, true), [])
  assert.deepEqual(born(2007, 15, false), [])
  assert.deepEqual(born(2007, 16), [])
})

test('an unsigned contract is a fact, and an anomaly', () => {
  assert.deepEqual(codes(contract('2025-01-01', '2025-06-30', { signedOn: null })), ['contract-unsigned'])
})

test('an open-ended inclusion contract: 57 years, twelve months of pathway, no gap, 24 hours except in AI and ETTI', () => {
  const of = (hours: number) =>
    contract('2026-02-01', null, { type: 'CDI_INCLUSION', signedOn: day('2026-02-01'), weekly: [weekly(hours, '2026-02-01')] })
  const facts = { birth: { year: 1969, month: 2, day: 1 }, pathwayFirst: day('2025-02-01'), employedUntil: day('2026-01-31') }
  assert.deepEqual(codes(of(2400), facts), [])
  assert.deepEqual(codes(of(2399), facts), ['weekly-hours-below-minimum'])
  for (const kind of ['AI', 'ETTI'] satisfies SiaeKind[]) assert.deepEqual(codes(of(1000), { ...facts, kind }), [])
  assert.deepEqual(codes(of(2400), { ...facts, birth: { year: 1969, month: 2, day: 2 } }), ['inclusion-contract-too-young'])
  assert.deepEqual(codes(of(2400), { ...facts, pathwayFirst: day('2025-02-02') }), ['inclusion-contract-too-early'])
  assert.deepEqual(codes(of(2400), { ...facts, employedUntil: day('2026-01-30') }), ['inclusion-contract-after-a-gap'])
})

test('inclusion contracts take 20 % of the posts, 30 % by decision', () => {
  const count = (hundredths: number, byDecision = false) =>
    inclusionPostsAnomalies(law, { on: day('2026-02-01'), count: hundredths, centiPosts: 1000, byDecision }).map(employmentAnomalySentence)
      .length
  assert.deepEqual([count(200), count(201), count(300, true), count(301, true)], [0, 1, 0, 1])
})

test('hours with several employers are summed: 44 on average, 48 in a week, 35 before 18', () => {
  const of = (hours: number[], birth?: { year: number }) =>
    cumulatedHoursAnomalies(law, { on: day('2025-06-15'), weekly: hours.map(centiHours), ...(birth ? { birth } : {}) }).map(
      (each) => each.code,
    )
  assert.deepEqual(of([2000, 2400]), [])
  assert.deepEqual(of([2000, 2401]), ['employment/weekly-average-passed'])
  assert.deepEqual(of([2400, 2400]), ['employment/weekly-average-passed'])
  assert.deepEqual(of([2400, 2401]), ['employment/weekly-maximum-passed'])
  assert.deepEqual(of([2000, 1600], { year: 2008 }), ['employment/minor-weekly-hours'])
  assert.deepEqual(of([2000, 1500], { year: 2008 }), [])
})

const immersion = (first: string, last: string, more: Partial<Immersion> = {}): Immersion => ({
  first: day(first),
  last: day(last),
  host: 'Boulangerie',
  object: 'discover-a-trade',
  renewal: false,
  ...more,
})
const about = (of: Immersion, others: Immersion[] = [], kind: SiaeKind = 'ACI', during: ContractType | null = null) =>
  immersionAnomalies(law, {
    immersion: of,
    others,
    kind,
    contract: during === null ? null : { first: day('2025-01-01'), last: addDays(addMonths(day('2025-01-01'), 4), -1) },
  }).map((each) => {
    assert.ok(employmentAnomalySentence(each).endsWith('.'))
    return each.code.replace('employment/', '')
  })

test('an immersion lasts a month date to date', () => {
  assert.deepEqual(about(immersion('2025-01-15', '2025-02-14')), [])
  assert.deepEqual(about(immersion('2025-01-15', '2025-02-15')), ['immersion-too-long'])
})

test('an immersion is renewed once; two with one host have different objects, and 60 days together', () => {
  const first = immersion('2025-01-15', '2025-02-14')
  assert.deepEqual(about(immersion('2025-02-15', '2025-03-14', { renewal: true }), [first]), [])
  const twice = [first, immersion('2025-02-15', '2025-02-20', { renewal: true })]
  assert.deepEqual(about(immersion('2025-02-21', '2025-02-25', { renewal: true }), twice), ['immersion-renewed-too-often'])
  assert.deepEqual(about(immersion('2025-06-01', '2025-06-10'), [first]), ['immersions-for-one-object'])
  assert.deepEqual(about(immersion('2025-06-01', '2025-06-29', { object: 'confirm-a-project' }), [first]), [])
  assert.deepEqual(about(immersion('2025-06-01', '2025-06-30', { object: 'confirm-a-project' }), [first]), ['immersions-too-long-together'])
  assert.deepEqual(about(immersion('2025-06-01', '2025-06-30', { object: 'confirm-a-project', host: 'Garage' }), [first]), [])
  const three = [immersion('2025-01-01', '2025-01-02'), immersion('2025-02-01', '2025-02-02', { object: 'confirm-a-project' })]
  assert.deepEqual(about(immersion('2025-03-01', '2025-03-02', { object: 'begin-a-recruitment' }), three), ['immersions-too-many'])
})

test('immersions take a quarter of the contract, and an ETTI prescribes none', () => {
  assert.deepEqual(about(immersion('2025-02-01', '2025-02-28'), [], 'ACI', 'CDDI'), [])
  // A quarter of 120 days is 30: 28 and 2 are inside, 28 and 3 are not.
  const inside = immersion('2025-03-01', '2025-03-02', { host: 'Garage' })
  assert.deepEqual(about(immersion('2025-02-01', '2025-02-28'), [inside], 'ACI', 'CDDI'), [])
  const other = immersion('2025-03-01', '2025-03-03', { host: 'Garage' })
  assert.deepEqual(about(immersion('2025-02-01', '2025-02-28'), [other], 'ACI', 'CDDI'), ['immersions-beyond-part-of-contract'])
  assert.deepEqual(about(immersion('2025-02-01', '2025-02-10'), [], 'ETTI'), ['immersion-kind-excluded'])
})
