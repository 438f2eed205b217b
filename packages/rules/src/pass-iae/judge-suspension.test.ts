import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { PassAct } from './acts.ts'
import { judgeSuspension, type SuspensionRequest } from './judge-suspension.ts'
import { lastDay } from './last-day.ts'
import { liftByHire } from './lift-by-hire.ts'
import { passRefusalSentence } from './wording.fr.ts'

const pass = { first: day('2026-01-01') }
const request: SuspensionRequest = {
  pass,
  acts: [],
  first: day('2026-06-01'),
  last: null,
  reason: 'contract-ended',
  declaredOn: day('2026-06-15'),
  siaeKind: 'ACI',
  declaredBy: 'siae',
  isLatest: true,
}
const codes = (more: Partial<SuspensionRequest>) => {
  const found = judgeSuspension(law, { ...request, ...more })
  return found.ok ? [] : found.refusals.map((each) => each.code)
}

const cases: readonly [string, Partial<SuspensionRequest>, string[]][] = [
  ['a contract that ended suspends the right', {}, []],
  ['a bridge contract is for EI and ACI', { reason: 'bridge-contract', siaeKind: 'EI' }, []],
  ['a bridge contract is not for an ETTI', { reason: 'bridge-contract', siaeKind: 'ETTI' }, ['pass-iae/suspension-reason-closed']],
  ['maternity is a reason of the past', { reason: 'maternity' }, ['pass-iae/suspension-reason-closed']],
  ['a suspension may last 36 months', { last: day('2029-05-31') }, []],
  ['and not one day more', { last: day('2029-06-01') }, ['pass-iae/suspension-too-long']],
  ['a suspension may last one day', { last: day('2026-06-01') }, []],
  ['it does not end before it begins', { last: day('2026-05-31') }, ['pass-iae/suspension-ends-before-it-begins']],
  ['it may begin on the day it is declared', { first: day('2026-06-15') }, []],
  ['it is not declared for the next day', { first: day('2026-06-16') }, ['pass-iae/suspension-in-future']],
  ['it may be declared 365 days late', { declaredOn: day('2027-06-01') }, []],
  ['and not 366', { declaredOn: day('2027-06-02') }, ['pass-iae/suspension-too-far-back']],
  ['it may begin on the first day of the right', { first: day('2026-01-01') }, []],
  ['it does not begin on its eve', { first: day('2025-12-31') }, ['pass-iae/suspension-outside-pass']],
  ['it may begin on the day of hire', { hiredOn: day('2026-06-01') }, []],
  ['it does not begin before the latest hire', { hiredOn: day('2026-06-02') }, ['pass-iae/suspension-before-hire']],
  ['a contract suspended 16 days suspends the right', { reason: 'contract-suspended', last: day('2026-06-16') }, []],
  [
    'a contract suspended 15 days does not',
    { reason: 'contract-suspended', last: day('2026-06-15') },
    ['pass-iae/contract-suspension-too-short'],
  ],
  ['somebody who is neither SIAE nor prescriber declares nothing', { declaredBy: 'other' }, ['pass-iae/declarant-not-entitled']],
  ['an older right is not suspended', { isLatest: false }, ['pass-iae/suspension-of-an-older-pass']],
  [
    'another running stay makes it impossible, and each is named',
    { otherRunningStays: ['ACI Les Jardins (Mme B.)', 'AI Coup de main (M. D.)'] },
    ['pass-iae/suspension-while-other-stay-runs', 'pass-iae/suspension-while-other-stay-runs'],
  ],
]
for (const [sentence, more, expected] of cases) test(sentence, () => assert.deepEqual(codes(more), expected))

test('it may begin on the last day of the right, not the day after', () => {
  const declaredOn = day('2028-01-10')
  assert.deepEqual(codes({ first: day('2027-12-31'), declaredOn }), [])
  assert.deepEqual(codes({ first: day('2028-01-01'), declaredOn }), ['pass-iae/suspension-outside-pass'])
})

test('two suspensions may follow each other and never share a day', () => {
  const acts: PassAct[] = [{ kind: 'suspension', first: day('2026-05-01'), last: day('2026-05-31'), reason: 'contract-ended' }]
  assert.deepEqual(codes({ acts }), [])
  assert.deepEqual(codes({ acts, first: day('2026-05-31') }), ['pass-iae/suspension-overlaps'])
})

test('an authorised prescriber may declare it by the Code du travail; the State’s service takes the SIAE only', () => {
  const found = judgeSuspension(law, { ...request, declaredBy: 'authorised-prescriber' })
  assert.ok(found.ok)
  assert.deepEqual(
    found.value.toolObjections.map((each) => each.code),
    ['pass-iae/tool-takes-siae-only'],
  )
})

test('a suspension declared after the last day is the Code’s, not the State’s service’s', () => {
  const found = judgeSuspension(law, { ...request, first: day('2027-12-01'), declaredOn: day('2028-01-10') })
  assert.ok(found.ok)
  assert.deepEqual(
    found.value.toolObjections.map((each) => each.code),
    ['pass-iae/tool-pass-over'],
  )
})

test('every reason comes at once, each with its sentence', () => {
  const found = judgeSuspension(law, { ...request, reason: 'sickness', first: day('2026-06-20'), declaredBy: 'other', isLatest: false })
  assert.ok(!found.ok)
  assert.equal(found.refusals.length, 4)
  for (const each of found.refusals) assert.ok(passRefusalSentence(each).endsWith('.'))
})

const running: PassAct & { kind: 'suspension' } = { kind: 'suspension', first: day('2026-06-01'), last: null, reason: 'contract-ended' }

test('a hire ends the suspension the day before, and erases one that begins the same day', () => {
  assert.deepEqual(liftByHire(law, running, day('2026-07-01')), { effect: 'ended', suspension: { ...running, last: day('2026-06-30') } })
  assert.deepEqual(liftByHire(law, running, day('2026-06-01')), { effect: 'deleted' })
})

test('a hire leaves alone a suspension that is over, not begun, or of a reason of the past', () => {
  assert.deepEqual(liftByHire(law, { ...running, last: day('2026-06-30') }, day('2026-07-01')), { effect: 'none' })
  assert.deepEqual(liftByHire(law, running, day('2026-05-31')), { effect: 'none' })
  assert.deepEqual(liftByHire(law, { ...running, reason: 'incarceration' }, day('2026-07-01')), { effect: 'none' })
})

test('suspending then hiring the same day changes nothing; n days later, exactly n days', () => {
  const before = lastDay(law, pass, []).value
  for (const days of [0, 1, 15, 400]) {
    const found = judgeSuspension(law, request)
    assert.ok(found.ok)
    const lifted = liftByHire(law, found.value.suspension, addDays(request.first, days))
    const acts = lifted.effect === 'ended' ? [lifted.suspension] : []
    assert.equal(lastDay(law, pass, acts).value, before + days)
  }
})
