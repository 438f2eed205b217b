import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, type CalendarDate, day, daysIn } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import type { HeldPass, PassAct } from './acts.ts'
import { judgeClosure } from './judge-closure.ts'
import { judgeIssue } from './judge-issue.ts'
import { judgeProlongation } from './judge-prolongation.ts'
import { judgeSuspension } from './judge-suspension.ts'
import { initialDays, prolongedDays, timeline } from './life.ts'
import { liftByHire } from './lift-by-hire.ts'
import { moveHireDate } from './move-hire-date.ts'

test('the timeline of a right says each run of days and why', () => {
  const acts: PassAct[] = [
    { kind: 'prolongation', first: day('2028-01-01'), last: day('2028-12-31'), reason: 'senior' },
    { kind: 'suspension', first: day('2027-12-31'), last: day('2028-01-09'), reason: 'bridge-contract' },
  ]
  assert.deepEqual(timeline(law, { first: day('2026-01-01') }, acts), [
    { first: day('2026-01-01'), last: day('2027-12-30'), state: 'valid', reason: 'issued' },
    { first: day('2027-12-31'), last: day('2028-01-09'), state: 'suspended', reason: 'bridge-contract' },
    { first: day('2028-01-10'), last: day('2028-01-10'), state: 'valid', reason: 'issued' },
    { first: day('2028-01-11'), last: day('2029-01-10'), state: 'prolonged', reason: 'senior' },
  ])
})

const step = fc.record({
  act: fc.constantFrom('suspend', 'hire', 'hire', 'hire', 'prolong', 'close', 'move', 'wait'),
  after: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 900 })),
  days: fc.integer({ min: 1, max: 900 }),
})

type Step = { act: string; after: number; days: number }

/** Lives a person's rights: each act is asked for through its judge, and recorded only when allowed. */
function lived(steps: readonly Step[]): { held: HeldPass[]; today: CalendarDate } {
  let today = day('2024-06-01')
  let held: HeldPass[] = []
  for (const { act, after, days } of steps) {
    today = addDays(today, after)
    const current = held.at(-1)
    const add = (...acts: PassAct[]) => {
      if (current) held = [...held.slice(0, -1), { pass: current.pass, acts: [...current.acts, ...acts] }]
    }
    if (act === 'hire') {
      const hiredOn = addDays(today, days % 150)
      const found = judgeIssue(law, { hiredOn, today, held, eligibleBy: days % 2 === 0 ? 'siae' : 'authorised-prescriber' })
      if (!found.ok) continue
      if (found.value.act === 'issue') held = [...held, { pass: found.value.pass, acts: [] }]
      else if (found.value.act === 'bring-forward') add(found.value.move)
      else if (current) {
        const acts = current.acts.flatMap((each): PassAct[] => {
          const lifted = each.kind === 'suspension' ? liftByHire(law, each, hiredOn) : undefined
          if (lifted?.effect === 'deleted') return []
          return [lifted?.effect === 'ended' ? lifted.suspension : each]
        })
        held = [...held.slice(0, -1), { pass: current.pass, acts }]
      }
    }
    if (!current) continue
    if (act === 'suspend') {
      const request = {
        first: addDays(today, -(days % 100)),
        last: days % 3 === 0 ? null : addDays(today, days),
        reason: 'contract-ended',
      } as const
      const found = judgeSuspension(law, { ...current, ...request, declaredOn: today, siaeKind: 'ACI', declaredBy: 'siae', isLatest: true })
      if (found.ok) add(found.value.suspension)
    }
    if (act === 'prolong') {
      const end = timeline(law, current.pass, current.acts).at(-1)?.last ?? today
      const request = { reason: 'senior', last: addDays(end, days), askedOn: today, birth: { year: 1960 } } as const
      const found = judgeProlongation(law, {
        ...current,
        ...request,
        siaeKind: 'EI',
        relation: 'employs',
        isLatest: true,
        isPending: false,
      })
      if (found.state === 'granted') add(found.carriedBy.prolongation)
    }
    if (act === 'close') {
      const found = judgeClosure(law, { ...current, on: today, by: 'siae', examined: true, notifiedOn: today })
      if (found.ok) add(found.value)
    }
    if (act === 'move') {
      const found = moveHireDate(law, { ...current, to: addDays(today, days % 31), today })
      if (found.ok && found.value.move) add(found.value.move)
    }
  }
  return { held, today }
}

const lives = fc
  .tuple(fc.integer({ min: 1, max: 149 }), fc.array(step, { minLength: 4, maxLength: 18 }))
  .map(([days, steps]) => lived([{ act: 'hire', after: 0, days }, ...steps]))
const runs = { numRuns: 300 }

test('no sequence of allowed acts leaves a gap or an overlap, nor a last day before the first', () => {
  fc.assert(
    fc.property(lives, ({ held }) => {
      for (const { pass, acts } of held) {
        const segments = timeline(law, pass, acts)
        assert.ok(segments.length > 0)
        segments.forEach((each, index) => {
          assert.ok(each.first <= each.last)
          const before = segments[index - 1]
          if (before) assert.equal(each.first, before.last + 1)
        })
      }
    }),
    runs,
  )
})

test('no sequence of allowed acts loses or makes a day of the right, as long as it is not ended', () => {
  fc.assert(
    fc.property(lives, ({ held }) => {
      for (const { pass, acts } of held) {
        if (acts.some((each) => each.kind === 'closure')) continue
        const segments = timeline(law, pass, acts)
        const usable = segments.filter((each) => each.state !== 'suspended').reduce((sum, each) => sum + daysIn(each), 0)
        const added = acts.reduce((sum, each) => (each.kind === 'prolongation' ? sum + prolongedDays(law, each) : sum), 0)
        assert.equal(usable, initialDays(law, segments[0]?.first ?? pass.first) + added)
      }
    }),
    runs,
  )
})

test('no sequence of allowed acts passes 84 months, suspensions left out', () => {
  fc.assert(
    fc.property(lives, ({ held }) => {
      for (const { pass, acts } of held) {
        const segments = timeline(law, pass, acts)
        const first = segments[0]?.first ?? pass.first
        const usable = segments.filter((each) => each.state !== 'suspended').reduce((sum, each) => sum + daysIn(each), 0)
        assert.ok(usable <= addMonths(first, 84) - first)
      }
    }),
    runs,
  )
})

test('no sequence of allowed acts leaves two rights that share a day', () => {
  fc.assert(
    fc.property(lives, ({ held }) => {
      const ends = held.map(({ pass, acts }) => timeline(law, pass, acts))
      ends.forEach((each, index) => {
        const next = ends[index + 1]
        if (next) assert.ok((each.at(-1)?.last ?? 0) < (next[0]?.first ?? 0))
      })
    }),
    runs,
  )
})
