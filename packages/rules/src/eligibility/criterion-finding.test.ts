import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, day } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import type { CriterionCode } from './criterion-code.ts'
import { type CriterionFacts, type Evidence, findCriterion } from './criterion-finding.ts'

const issuedOn = day('2026-06-15')
const find = (code: CriterionCode, evidence?: Evidence, more: Partial<CriterionFacts> = {}) => {
  const facts = { issuedOn, hiredOn: issuedOn, ...more }
  const found = findCriterion(law.on(facts.issuedOn), { code, ...(evidence ? { evidence } : {}) }, facts)
  if (found.state === 'failed') return found.refusal.code
  return found.state === 'undetermined' ? found.missing : found.state
}
const piece = (iso: string): Evidence => ({ kind: 'piece', dated: day(iso) })

const ages: readonly [CriterionCode, string, string][] = [
  ['RSA', '2026-03-15', '2026-03-16'],
  ['ASS', '2026-03-15', '2026-03-16'],
  ['AAH', '2026-03-15', '2026-03-16'],
  ['PI', '2026-03-15', '2026-03-16'],
  ['PSH_PR', '2026-03-15', '2026-03-16'],
  ['CAP_BEP', '2026-03-15', '2026-03-16'],
  ['ZRR', '2025-12-15', '2025-12-16'],
  ['QPV', '2025-12-15', '2025-12-16'],
  ['DETENTION_MJ', '2025-12-15', '2025-12-16'],
  ['FLE', '2025-12-15', '2025-12-16'],
  ['PM', '2025-12-15', '2025-12-16'],
  ['ASE', '2025-06-15', '2025-06-16'],
]
for (const [code, tooOld, recentEnough] of ages)
  test(`the proof of ${code} dated ${tooOld} is too old for a PASS of 15 June 2026, that of ${recentEnough} is not`, () => {
    assert.equal(find(code, piece(tooOld)), 'eligibility/proof-too-old')
    assert.equal(find(code, piece(recentEnough)), 'established')
  })

test('a proof of 30 November is three months old on 28 February', () => {
  assert.equal(find('RSA', piece('2025-11-30'), { issuedOn: day('2026-02-27') }), 'established')
  assert.equal(find('RSA', piece('2025-11-30'), { issuedOn: day('2026-02-28') }), 'eligibility/proof-too-old')
})

test('whatever its date, a proof is recent until the same day some months later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 1460 }), (age, shift) => {
      const on = addDays(day('2022-06-15'), shift)
      const dated = addDays(on, -age)
      for (const [code, months] of [
        ['RSA', 3],
        ['QPV', 6],
      ] as const)
        assert.equal(find(code, { kind: 'piece', dated }, { issuedOn: on }) === 'established', on < addMonths(dated, months))
    }),
  )
})

test('a proof may be of the day of issue, not of the day after', () => {
  assert.equal(find('RSA', piece('2026-06-15')), 'established')
  assert.equal(find('RSA', piece('2026-06-16')), 'eligibility/proof-after-issue')
})

test('a diploma has no age, and a piece of another kind proves nothing', () => {
  assert.equal(find('CAP_BEP', { kind: 'diploma' }), 'established')
  assert.equal(find('RSA', { kind: 'diploma' }), 'proof:RSA')
  assert.equal(find('CAP_BEP'), 'proof:CAP_BEP')
})

test('the disability decision is held against the day of hire, its last day included', () => {
  const decision: Evidence = { kind: 'title', first: day('2024-01-01'), last: day('2026-06-30') }
  assert.equal(find('TH', decision, { hiredOn: day('2026-06-30') }), 'established')
  assert.equal(find('TH', decision, { hiredOn: day('2026-07-01') }), 'eligibility/title-not-valid')
  assert.equal(find('TH', { kind: 'title', last: null }), 'established')
  assert.equal(find('TH', { kind: 'renewal-request', dated: issuedOn }), 'established')
})

test('the residence permit is held against the day of issue', () => {
  const permit: Evidence = { kind: 'title', first: day('2026-06-15'), last: day('2026-06-15') }
  assert.equal(find('REF_DA', permit, { hiredOn: day('2026-07-01') }), 'established')
  assert.equal(find('REF_DA', { ...permit, first: day('2026-06-16'), last: null }), 'eligibility/title-not-valid')
})

test('somebody is young until the eve of the 26th birthday, senior from the 50th', () => {
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000, month: 6, day: 16 } }), 'established')
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000, month: 6, day: 15 } }), 'eligibility/age-does-not-match')
  assert.equal(find('SENIOR', undefined, { birth: { year: 1976, month: 6, day: 15 } }), 'established')
  assert.equal(find('SENIOR', undefined, { birth: { year: 1976, month: 6, day: 16 } }), 'eligibility/age-does-not-match')
})

test('a birth date known to the year or the month answers when it can, and is asked for when it cannot', () => {
  assert.equal(find('JEUNE', undefined, { birth: { year: 2001 } }), 'established')
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000 } }), 'birth-date:JEUNE')
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000, month: 6 } }), 'birth-date:JEUNE')
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000, month: 5 } }), 'eligibility/age-does-not-match')
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000, month: 7 } }), 'established')
  assert.equal(find('JEUNE', undefined, { birth: { year: 2000, month: 2, day: 30 } }), 'birth-date:JEUNE')
  assert.equal(find('SENIOR'), 'birth-date:SENIOR')
})

test('24 months of the last 27 make very long unemployment, 23 do not; 12 of the last 15 make long unemployment', () => {
  const certificate = (monthsOnCertificate: number) => ({ registration: { monthsOnCertificate } })
  assert.equal(find('DETLD', piece('2026-06-01'), certificate(23)), 'eligibility/registered-too-short')
  assert.equal(find('DETLD', piece('2026-06-01'), certificate(24)), 'established')
  assert.equal(find('DELD', piece('2026-06-01'), certificate(11)), 'eligibility/registered-too-short')
  assert.equal(find('DELD', piece('2026-06-01'), certificate(12)), 'established')
  assert.equal(find('DETLD', piece('2026-06-01')), 'registration:DETLD')
  assert.equal(find('DETLD', undefined, certificate(24)), 'proof:DETLD')
})

test('the teleservice certifies from 7 September 2025, without a piece', () => {
  const certified: Evidence = { kind: 'certification', first: day('2025-01-01'), last: null }
  assert.equal(find('RSA', certified), 'established')
  assert.equal(find('RSA', certified, { issuedOn: day('2025-09-06') }), 'proof:RSA')
  assert.equal(find('RSA', certified, { issuedOn: day('2025-09-07') }), 'established')
  assert.equal(find('RSA', { ...certified, last: day('2026-06-14') }), 'eligibility/title-not-valid')
  assert.equal(find('QPV', certified), 'proof:QPV')
})
