import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { diagnosisInForce } from './diagnosis-in-force.ts'
import { type Diagnosis, isDiagnosisValid } from './diagnosis-validity.ts'

const prescriber = (iso: string): Diagnosis => ({ role: 'prescriber', madeOn: day(iso) })
const siae = (iso: string, id = 'siae-1'): Diagnosis => ({ role: 'siae', siae: id, madeOn: day(iso) })

const cases: readonly [string, Diagnosis, string, string][] = [
  ["a prescriber's diagnosis lasts six calendar months", prescriber('2026-01-31'), '2026-07-30', '2026-07-31'],
  ["a SIAE's diagnosis lasts 92 days", siae('2026-01-01'), '2026-04-02', '2026-04-03'],
  ["a SIAE's diagnosis of 8 December 2024 still lasts six months", siae('2024-12-08'), '2025-06-07', '2025-06-08'],
  ["a SIAE's diagnosis of 9 December 2024 lasts 92 days", siae('2024-12-09'), '2025-03-10', '2025-03-11'],
  ['a diagnosis ends when another replaces it', { ...prescriber('2026-01-01'), replacedOn: day('2026-02-01') }, '2026-01-31', '2026-02-01'],
]
for (const [sentence, diagnosis, lastDay, next] of cases)
  test(sentence, () => {
    assert.equal(isDiagnosisValid(law, diagnosis, day(lastDay)), true)
    assert.equal(isDiagnosisValid(law, diagnosis, day(next)), false)
  })

test('a diagnosis is held valid while a PASS runs, and not before it was made', () => {
  const passRuns = { first: day('2026-02-01'), last: day('2028-01-31') }
  assert.equal(isDiagnosisValid(law, siae('2026-01-15'), day('2028-01-31'), passRuns), true)
  assert.equal(isDiagnosisValid(law, siae('2026-01-15'), day('2028-02-01'), passRuns), false)
  assert.equal(isDiagnosisValid(law, siae('2026-01-15'), day('2026-01-14'), passRuns), false)
})

test("a prescriber's diagnosis comes before a SIAE's, and a SIAE's serves that SIAE only", () => {
  const on = day('2026-03-01')
  const mine = siae('2026-02-20')
  const other = siae('2026-02-25', 'siae-2')
  const prescribed = prescriber('2026-02-01')
  assert.equal(diagnosisInForce(law, [mine, prescribed, other], { on, siae: 'siae-1' }), prescribed)
  assert.equal(diagnosisInForce(law, [other, mine], { on, siae: 'siae-1' }), mine)
  assert.equal(diagnosisInForce(law, [other], { on, siae: 'siae-1' }), undefined)
})
