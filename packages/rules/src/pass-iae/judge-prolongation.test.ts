import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, NoTextInForce } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { PassAct } from './acts.ts'
import { judgeProlongation, type ProlongationRequest } from './judge-prolongation.ts'
import { judgePrescriberRefusal } from './prescriber-refusal.ts'
import { passMissingSentence, passRefusalSentence, toolObjectionSentence } from './wording.fr.ts'

const pass = { first: day('2024-12-31') } // ends on 2026-12-30
const begins = day('2026-12-31')
const request: ProlongationRequest = {
  pass,
  acts: [],
  reason: 'senior',
  last: addDays(begins, 364),
  askedOn: day('2026-11-21'),
  siaeKind: 'EI',
  relation: 'employs',
  isLatest: true,
  isPending: false,
  birth: { year: 1970 },
}
const answer = (more: Partial<ProlongationRequest>) => {
  const found = judgeProlongation(law, { ...request, ...more })
  if (found.state === 'granted') return found.carriedBy.authorisedBy
  return found.state === 'refused' ? found.refusals.map((each) => each.code) : found.missing
}
const objections = (more: Partial<ProlongationRequest>) => {
  const found = judgeProlongation(law, { ...request, ...more })
  assert.equal(found.state, 'granted')
  return found.state === 'granted' ? found.carriedBy.toolObjections.map((each) => each.code) : []
}
const title = { first: day('2020-01-01'), last: day('2026-11-21') }
const training = { first: day('2026-10-01'), last: day('2027-03-31') }
const contract = { reason: 'open-ended-inclusion-contract', last: null, birth: { year: 1960 } } as const

const cases: readonly [string, Partial<ProlongationRequest>, string | string[]][] = [
  ['at 50 a prescriber may prolong', {}, 'authorised-prescriber'],
  ['50 on the first day prolonged is enough', { birth: { year: 1976, month: 12, day: 31 } }, 'authorised-prescriber'],
  ['50 the day after is too young', { birth: { year: 1977, month: 1, day: 1 } }, ['pass-iae/prolongation-too-young']],
  [
    'a birth year that does not decide is asked for',
    { pass: { first: day('2024-07-01') }, last: day('2027-06-30'), birth: { year: 1976 } },
    ['birth-date'],
  ],
  ['84 months in all is the cap from 50', { last: day('2031-12-30') }, 'authorised-prescriber'],
  ['and not one day more', { last: day('2031-12-31') }, ['pass-iae/prolongation-too-long-in-all']],
  [
    '60 months in all is the cap of disabled workers',
    { reason: 'disabled-worker', disabledWorkerTitle: title, last: day('2029-12-30') },
    'authorised-prescriber',
  ],
  [
    '60 months and a day is too long',
    { reason: 'disabled-worker', disabledWorkerTitle: title, last: day('2029-12-31') },
    ['pass-iae/prolongation-too-long-in-all'],
  ],
  [
    'the recognition must be valid the day it is asked',
    { reason: 'disabled-worker', disabledWorkerTitle: title, askedOn: day('2026-11-22') },
    ['pass-iae/disabled-worker-title-not-valid'],
  ],
  ['a recognition that nobody gave is asked for', { reason: 'disabled-worker' }, ['disabled-worker-title']],
  ['particular difficulties are for ACI', { reason: 'particular-difficulties', siaeKind: 'ACI' }, 'authorised-prescriber'],
  ['and AI', { reason: 'particular-difficulties', siaeKind: 'AI' }, 'authorised-prescriber'],
  ['not for EI', { reason: 'particular-difficulties' }, ['pass-iae/prolongation-kind-excluded']],
  [
    'a decision for particular difficulties lasts a year',
    { reason: 'particular-difficulties', siaeKind: 'ACI', last: day('2027-12-30') },
    'authorised-prescriber',
  ],
  [
    'and not one day more',
    { reason: 'particular-difficulties', siaeKind: 'ACI', last: day('2027-12-31') },
    ['pass-iae/prolongation-decision-too-long'],
  ],
  ['the SIAE itself prolongs to the end of a training', { reason: 'training-to-complete', training, last: day('2027-03-31') }, 'siae'],
  ['not beyond it', { reason: 'training-to-complete', training, last: day('2027-04-01') }, ['pass-iae/prolongation-beyond-training']],
  [
    'the training must run when the pathway ends',
    { reason: 'training-to-complete', training: { ...training, first: begins }, last: day('2027-03-31') },
    ['pass-iae/training-not-running-at-the-end'],
  ],
  [
    'only the employer prolongs for a training',
    { reason: 'training-to-complete', training, last: day('2027-03-31'), relation: 'wishes-to-employ' },
    ['pass-iae/prolongation-without-employer'],
  ],
  ['a SIAE that wishes to employ may ask a prescriber', { relation: 'wishes-to-employ' }, 'authorised-prescriber'],
  ['a SIAE without any link may not', { relation: 'none' }, ['pass-iae/prolongation-without-employer']],
  ['the inclusion contract is signed at 57', { ...contract, contractSignedOn: day('2026-11-02') }, 'siae'],
  [
    'at 56 it is not',
    { ...contract, birth: { year: 1969, month: 11, day: 3 }, contractSignedOn: day('2026-11-02') },
    ['pass-iae/prolongation-too-young'],
  ],
  ['the inclusion contract needs twelve months of pathway', { ...contract, contractSignedOn: day('2025-12-31') }, 'siae'],
  ['and not a day less', { ...contract, contractSignedOn: day('2025-12-30') }, ['pass-iae/open-contract-too-early']],
  ['the day of the inclusion contract is asked for', contract, ['contract']],
  ['another ground needs an end', { last: null }, ['pass-iae/prolongation-needs-an-end']],
  ['it does not end before it begins', { last: day('2026-12-30') }, ['pass-iae/prolongation-ends-before-it-begins']],
  ['the health crisis is over', { reason: 'health-context' }, ['pass-iae/prolongation-reason-closed']],
  ['an older right is not prolonged', { isLatest: false }, ['pass-iae/prolongation-of-an-older-pass']],
  ['one request at a time', { isPending: true }, ['pass-iae/prolongation-already-asked']],
]
for (const [sentence, more, expected] of cases) test(sentence, () => assert.deepEqual(answer(more), expected))

const suspension: PassAct = { kind: 'suspension', first: day('2026-11-01'), last: day('2026-11-20'), reason: 'contract-ended' }

test('a suspended right is not prolonged; the day after its suspension it is, and the cap moves by as many days', () => {
  const acts = [suspension]
  assert.deepEqual(answer({ acts, askedOn: day('2026-11-20'), last: day('2027-06-30') }), ['pass-iae/prolongation-while-suspended'])
  assert.equal(answer({ acts, last: addDays(day('2031-12-30'), 20) }), 'authorised-prescriber')
  assert.deepEqual(answer({ acts, last: addDays(day('2031-12-30'), 21) }), ['pass-iae/prolongation-too-long-in-all'])
})

test('a pathway that was ended is not prolonged', () => {
  const acts: PassAct[] = [{ kind: 'closure', last: day('2026-11-10'), reason: 'at-the-request-of-the-person' }]
  assert.deepEqual(answer({ acts }), ['pass-iae/prolongation-of-a-closed-pass'])
})

test('365 days a request and 1,825 in all are the State’s service’s steps, not the Code’s', () => {
  assert.deepEqual(objections({}), [])
  assert.deepEqual(objections({ last: addDays(begins, 365) }), ['pass-iae/tool-request-too-long'])
  const granted: PassAct = { kind: 'prolongation', first: begins, last: addDays(begins, 1459), reason: 'senior' }
  const next = addDays(begins, 1460)
  assert.deepEqual(objections({ acts: [granted], askedOn: day('2030-12-01'), last: addDays(next, 364) }), [])
  assert.deepEqual(objections({ acts: [granted], askedOn: day('2030-12-01'), last: addDays(next, 365) }), [
    'pass-iae/tool-request-too-long',
    'pass-iae/tool-total-too-long',
  ])
})

test('the window is the State’s service’s: twelve months before the end to six months after, both days included', () => {
  const last = day('2027-10-01')
  assert.deepEqual(objections({ askedOn: day('2025-12-30'), last }), [])
  assert.deepEqual(objections({ askedOn: day('2025-12-29'), last }), ['pass-iae/tool-window-closed'])
  assert.deepEqual(objections({ askedOn: day('2027-06-30'), last }), [])
  assert.deepEqual(objections({ askedOn: day('2027-07-01'), last }), ['pass-iae/tool-window-closed'])
  assert.deepEqual(objections({ askedOn: day('2026-12-31'), last: addDays(begins, 100) }), [])
})

test('no ground of prolongation is known before 1 September 2021', () => {
  assert.throws(() => answer({ pass: { first: day('2020-01-01') }, askedOn: day('2021-08-31') }), NoTextInForce)
})

test('every reason, objection and missing fact has its sentence', () => {
  const refused = judgeProlongation(law, { ...request, isLatest: false, isPending: true, relation: 'none', last: day('2040-01-01') })
  assert.ok(refused.state === 'refused')
  assert.equal(refused.refusals.length, 4)
  for (const each of refused.refusals) {
    assert.ok(passRefusalSentence(each).endsWith('.'))
    assert.ok(each.source)
  }
  const granted = judgeProlongation(law, { ...request, last: addDays(begins, 365) })
  assert.ok(granted.state === 'granted')
  for (const each of granted.carriedBy.toolObjections) assert.match(toolObjectionSentence(each), /^Les emplois de l’inclusion/)
  assert.ok(passMissingSentence('training').endsWith('.'))
})

test('a prescriber’s no is reasoned in writing and notified to the SIAE and to the person', () => {
  const no = { of: 'prolongation', writtenReason: 'Projet hors IAE engagé', siaeNotifiedOn: begins, personNotifiedOn: begins } as const
  assert.equal(judgePrescriberRefusal(no).ok, true)
  const bare = judgePrescriberRefusal({ ...no, writtenReason: ' ', siaeNotifiedOn: null, personNotifiedOn: null })
  assert.ok(!bare.ok)
  assert.deepEqual(
    bare.refusals.map((each) => each.code),
    ['pass-iae/refusal-not-reasoned', 'pass-iae/refusal-not-notified', 'pass-iae/refusal-not-notified'],
  )
})
