import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, day, isoDate } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw } from '../national-law.ts'
import { closableFrom } from './closable-from.ts'
import { judgeClosure } from './judge-closure.ts'

test('twelve consecutive months, date to date; nothing before the text of 2021', () => {
  const from = (since: string, on: string) => {
    const found = closableFrom(nationalLaw, day(since), day(on))
    return found && isoDate(found.first)
  }
  assert.equal(from('2025-12-01', '2026-11-21'), '2026-12-01')
  assert.equal(from('2024-02-29', '2026-11-21'), '2025-02-28')
  assert.equal(from('2021-01-01', '2021-08-31'), undefined)
})

test('it is the first day on which the closure is not refused for being too early, whatever the day the suspension began', () => {
  const isTooEarly = (since: ReturnType<typeof day>, on: ReturnType<typeof day>) => {
    const judged = judgeClosure(nationalLaw, {
      pass: { first: addMonths(since, -3) },
      acts: [{ kind: 'suspension', first: since, last: null, reason: 'contract-ended' }],
      on,
      by: 'siae',
      examined: true,
      notifiedOn: on,
    })
    return !judged.ok && judged.refusals.some(({ code }) => code === 'pass-iae/not-suspended-long-enough')
  }
  fc.assert(
    fc.property(fc.integer({ min: day('2023-02-01'), max: day('2028-12-31') }), (since) => {
      const begun = since as ReturnType<typeof day>
      const first = closableFrom(nationalLaw, begun, addMonths(begun, 12))?.first
      return first !== undefined && !isTooEarly(begun, first) && isTooEarly(begun, addDays(first, -1))
    }),
  )
})
