import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, isoDate } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { PassAct } from './acts.ts'
import { type ClosureRequest, judgeClosure } from './judge-closure.ts'
import { isWaiting, waitingPeriod } from './waiting-period.ts'
import { passRefusalSentence, passStepSentence } from './wording.fr.ts'

const pass = { first: day('2024-03-01') } // ends on 2026-02-28
const since = day('2025-01-15')
const open: PassAct = { kind: 'suspension', first: since, last: null, reason: 'contract-ended' }
const closing: ClosureRequest = { pass, acts: [open], on: day('2026-01-15'), by: 'siae', examined: true, notifiedOn: day('2026-01-10') }
const codes = (more: Partial<ClosureRequest>) => {
  const found = judgeClosure(law, { ...closing, ...more })
  return found.ok ? [] : found.refusals.map((each) => each.code)
}

test('no new right for two years after the last day, that anniversary included', () => {
  const days = ['2026-02-28', '2026-03-01', '2028-02-28', '2028-02-29']
  assert.deepEqual(
    days.map((iso) => isWaiting(law, pass, [], day(iso))),
    [false, true, true, false],
  )
})

test('a pathway may be ended after twelve consecutive months of suspension, not the day before', () => {
  assert.deepEqual(codes({}), [])
  assert.deepEqual(codes({ on: day('2026-01-14') }), ['pass-iae/not-suspended-long-enough'])
  assert.deepEqual(codes({ acts: [] }), ['pass-iae/not-suspended-long-enough'])
})

test('suspensions that follow each other without a day between are consecutive; one day of work starts the count again', () => {
  const first: PassAct = { kind: 'suspension', first: since, last: day('2025-06-30'), reason: 'contract-ended' }
  const next = (iso: string): PassAct => ({ kind: 'suspension', first: day(iso), last: null, reason: 'contract-ended' })
  assert.deepEqual(codes({ acts: [first, next('2025-07-01')] }), [])
  assert.deepEqual(codes({ acts: [first, next('2025-07-02')] }), ['pass-iae/not-suspended-long-enough'])
})

test('ending a pathway asks for an examination and a notification with a certain date', () => {
  assert.deepEqual(codes({ examined: false, notifiedOn: null, by: 'other' }), [
    'pass-iae/closure-not-examined',
    'pass-iae/closure-not-notified',
    'pass-iae/declarant-not-entitled',
  ])
  const refused = judgeClosure(law, { ...closing, acts: [] })
  assert.ok(!refused.ok && refused.refusals.every((each) => passRefusalSentence(each).endsWith('.')))
})

test('after a pathway ended that way the two years run from the start of the suspension', () => {
  const found = judgeClosure(law, closing)
  assert.ok(found.ok)
  const waiting = waitingPeriod(law, pass, [open, found.value])
  assert.deepEqual(waiting.value && [isoDate(waiting.value.first), isoDate(waiting.value.last)], ['2026-01-16', '2027-01-15'])
  const [step] = waiting.because()
  assert.ok(step && passStepSentence({ code: step.code, inputs: step.inputs }).includes('depuis le début de la suspension'))
})

test('when the suspension began two years before, nobody waits', () => {
  const on = addDays(day('2027-01-15'), 0)
  const found = judgeClosure(law, { ...closing, on })
  assert.ok(found.ok)
  assert.equal(waitingPeriod(law, pass, [open, found.value]).value, null)
})
