import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, month, type SiaeKind, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { hoursOfStay } from './hours-of-stay.ts'

const known = (iso: string, paid: number | null, worked = paid) => ({
  month: month(iso),
  paid: paid === null ? null : wholeHours(paid),
  worked: worked === null ? null : wholeHours(worked),
})
const of = (kind: SiaeKind, ...months: ReturnType<typeof known>[]) =>
  hoursOfStay(law, { kind, entry: day('2025-01-15'), exitOn: day('2025-03-10'), months })

test('the sum of the months of the stay, from the month of the entry to that of the exit', () => {
  assert.equal(of('AI', known('2025-01', 20), known('2025-02', 40), known('2025-03', 10)), wholeHours(70))
  assert.equal(of('AI', known('2025-01', 0), known('2025-02', 0), known('2025-03', 0)), wholeHours(0))
})

test('a month that nobody filled in may decide: nothing is known, and nothing is zero', () => {
  assert.equal(of('AI', known('2025-01', 20), known('2025-02', 40)), null)
  assert.equal(of('AI', known('2025-01', 20), known('2025-02', null), known('2025-03', 10)), null)
  assert.equal(of('ACI'), null)
  assert.equal(of('EITI'), null)
})

test('what is known is enough when more would change nothing: 150 hours in an AI, one hour in an ACI', () => {
  assert.equal(of('AI', known('2025-01', 150)), wholeHours(150))
  assert.equal(of('AI', known('2025-01', 149)), null)
  assert.equal(of('ACI', known('2025-02', 1)), wholeHours(1))
})

test('hours worked count in an EI, hours paid in an ACI', () => {
  assert.equal(of('EI', known('2025-01', 20, null)), null)
  assert.equal(of('EI', known('2025-01', null, 20)), wholeHours(20))
  assert.equal(of('ACI', known('2025-01', null, 20)), null)
})
