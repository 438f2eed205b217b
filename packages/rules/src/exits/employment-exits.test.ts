import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { Exit } from './classify-exit.ts'
import { employmentExits } from './employment-exits.ts'
import type { ExitReason } from './exit-reason.ts'

const exit = (reason: ExitReason): Exit => ({
  kind: 'ACI',
  entry: day('2025-08-01'),
  exitOn: day('2025-08-31'),
  reason,
  hours: wholeHours(60),
})
const of = (ends: readonly (Exit | null)[], audience: 'inside' | 'public' = 'inside') =>
  employmentExits(law, ends, { on: day('2025-12-31'), audience })

test('every contract ended counts below, short presences and deaths too; what nothing proves is no hiring', () => {
  const { interval, ...counts } = of([
    exit('open-ended-contract'),
    exit('another-siae'),
    exit('death'),
    exit('temporary-assignment'),
    exit('unemployed'),
    null,
  ])
  assert.deepEqual(counts, { numerator: 2, denominator: 6, withoutExit: 1, undetermined: 1, state: 'shown' })
  assert.ok(interval && interval.low < 2 / 6)
})

test('four ends are too few inside, ten for the public, and none is nobody', () => {
  const many = (count: number) => Array.from({ length: count }, () => null)
  assert.deepEqual([of([]).state, of(many(4)).state, of(many(5)).state], ['nobody', 'too-few', 'shown'])
  assert.deepEqual([of(many(10), 'public').state, of(many(11), 'public').state], ['too-few', 'shown'])
})
