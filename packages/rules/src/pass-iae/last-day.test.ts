import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, isoDate, NoTextInForce } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import type { PassAct } from './acts.ts'
import { lastDay, lastDayByTool } from './last-day.ts'
import { remainingDays, stateOn } from './state-on.ts'
import { passStepSentence } from './wording.fr.ts'

const pass = { first: day('2026-01-01') }
const suspension = (first: string, last: string | null): PassAct => ({
  kind: 'suspension',
  first: day(first),
  last: last === null ? null : day(last),
  reason: 'contract-ended',
})
const last = (acts: readonly PassAct[], of = pass) => isoDate(lastDay(law, of, acts).value)
const tool = (acts: readonly PassAct[]) => isoDate(lastDayByTool(law, pass, acts))

test('a right lasts 730 days, both ends counted', () => {
  assert.equal(last([]), '2027-12-31')
  assert.equal(lastDay(law, pass, []).value, pass.first + 729)
})

test('before 28 February 2024 a right lasted two years date to date, whatever the leap year', () => {
  assert.equal(last([], { first: day('2024-02-27') }), '2026-02-26')
  assert.equal(last([], { first: day('2024-02-28') }), '2026-02-26')
  assert.equal(last([], { first: day('2023-03-01') }), '2025-02-28')
})

test('no text is known for a right begun before 8 November 2019', () => {
  assert.throws(() => lastDay(law, { first: day('2019-11-07') }, []), NoTextInForce)
})

test('a suspension of n days moves the end by n days; the State’s service by n − 1', () => {
  assert.equal(last([suspension('2026-03-01', '2026-03-01')]), '2028-01-01')
  assert.equal(tool([suspension('2026-03-01', '2026-03-01')]), '2027-12-31')
  assert.equal(last([suspension('2026-03-01', '2026-03-31')]), '2028-01-31')
  assert.equal(tool([suspension('2026-03-01', '2026-03-31')]), '2028-01-30')
})

test('two suspensions part us from the State’s service by two days, and the explanation says so with its source', () => {
  const acts = [suspension('2026-03-01', '2026-03-10'), suspension('2026-06-01', '2026-06-10')]
  const steps = lastDay(law, pass, acts).because()
  assert.deepEqual(
    steps.map((each) => each.code),
    ['pass-iae/issued', 'pass-iae/suspended', 'pass-iae/suspended', 'pass-iae/tool-date'],
  )
  const difference = steps.at(-1)
  assert.deepEqual(difference?.inputs, { ours: day('2028-01-20'), tool: day('2028-01-18'), days: 2 })
  assert.equal(difference?.source?.confidence, 'code')
  assert.match(difference?.source?.disagrees ?? '', /R5132-1-3/)
  for (const each of steps) assert.ok(passStepSentence({ code: each.code, inputs: each.inputs }).endsWith('.'))
})

test('a suspension without a declared end counts 36 months, twelve or six for older ones', () => {
  assert.equal(last([suspension('2026-03-01', null)]), isoDate(addDays(pass.first, 729 + (day('2029-03-01') - day('2026-03-01')))))
  const older = { first: day('2021-01-01') }
  assert.equal(last([suspension('2021-09-14', null)], older), isoDate(addDays(day('2022-12-31'), day('2022-03-14') - day('2021-09-14'))))
  assert.equal(last([suspension('2021-09-15', null)], older), isoDate(addDays(day('2022-12-31'), 365)))
})

test('a suspension may begin on the last day, and moves nothing the day after', () => {
  assert.equal(last([suspension('2027-12-31', '2028-01-09')]), '2028-01-10')
  assert.equal(last([suspension('2028-01-01', '2028-01-10')]), '2027-12-31')
})

test('a day suspended twice is given back once', () => {
  assert.equal(last([suspension('2026-03-01', '2026-03-10'), suspension('2026-03-05', '2026-03-15')]), '2028-01-15')
})

test('a start moved before it began moves the whole right', () => {
  assert.equal(last([{ kind: 'start-moved', first: day('2026-01-11'), decidedOn: day('2025-12-20') }]), '2028-01-10')
})

test('a prolongation adds its own days, even when a late suspension moves it', () => {
  const prolongation: PassAct = { kind: 'prolongation', first: day('2028-01-01'), last: day('2028-12-31'), reason: 'senior' }
  assert.equal(last([prolongation]), '2028-12-31')
  assert.equal(last([prolongation, suspension('2027-12-01', '2027-12-10')]), '2029-01-10')
})

test('an open-ended contract counts ten years until its end is known', () => {
  const open: PassAct = { kind: 'prolongation', first: day('2028-01-01'), last: null, reason: 'open-ended-inclusion-contract' }
  assert.equal(lastDay(law, pass, [open]).value, pass.first + 729 + 3650)
})

test('a closure ends the right on its day', () => {
  const acts: PassAct[] = [suspension('2026-03-01', null), { kind: 'closure', last: day('2027-03-01'), reason: 'after-long-suspension' }]
  assert.equal(last(acts), '2027-03-01')
  assert.equal(tool(acts), '2027-03-01')
})

test('the state of each boundary day', () => {
  const acts = [suspension('2026-03-01', '2026-03-10')]
  const states = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11', '2028-01-10', '2028-01-11']
  assert.deepEqual(
    states.map((iso) => stateOn(law, pass, acts, day(iso))),
    ['future', 'valid', 'valid', 'suspended', 'suspended', 'valid', 'valid', 'expired'],
  )
})

test('what remains does not move while the right is suspended', () => {
  const acts = [suspension('2026-03-01', '2026-03-10')]
  const left = ['2025-01-01', '2026-01-01', '2026-03-01', '2026-03-11', '2028-01-10', '2028-01-11']
  assert.deepEqual(
    left.map((iso) => remainingDays(law, pass, acts, day(iso))),
    [730, 730, 671, 671, 1, 0],
  )
})

test('whatever the recorded suspensions, the last day is never before the first and never lost', () => {
  const act = fc.record({ from: fc.integer({ min: -50, max: 1200 }), days: fc.integer({ min: 0, max: 200 }) })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 6 }), (some) => {
      const acts = some.map(({ from, days }): PassAct => {
        const first = addDays(pass.first, from)
        return { kind: 'suspension', first, last: addDays(first, days), reason: 'contract-ended' }
      })
      return lastDay(law, pass, acts).value >= pass.first + 729 && remainingDays(law, pass, acts, pass.first) === 730
    }),
    { numRuns: 200 },
  )
})
