import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, NoTextInForce, type SiaeKind } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { CRITERION_CODES, type CriterionCode } from './criterion-code.ts'
import type { Evidence, TickedCriterion } from './criterion-finding.ts'
import type { EligibilityRequest } from './eligibility-request.ts'
import { judgeEligibility } from './judge-eligibility.ts'
import { eligibilityRefusalSentence, eligibilityStepSentence } from './wording.fr.ts'

const issuedOn = day('2026-06-15')
const diagnosedOn = day('2026-06-10')
const piece = (iso: string): Evidence => ({ kind: 'piece', dated: day(iso) })
const recent = piece('2026-06-01')

const evidenceOf = (code: CriterionCode): Evidence => {
  if (code === 'TH' || code === 'REF_DA') return { kind: 'title', last: null }
  return code === 'CAP_BEP' ? { kind: 'diploma' } : recent
}
const ticked = (...codes: CriterionCode[]): TickedCriterion[] => codes.map((code) => ({ code, evidence: evidenceOf(code) }))
const asSiae = (kind: SiaeKind, criteria: TickedCriterion[], more: Partial<EligibilityRequest> = {}): EligibilityRequest => ({
  author: { role: 'siae', kind },
  diagnosedOn,
  issuedOn,
  criteria,
  ...more,
})
const verdict = (request: EligibilityRequest) => judgeEligibility(law, request).value
const codes = (request: EligibilityRequest) => {
  const found = verdict(request)
  return found.state === 'granted' ? [] : found.refusals.map((each) => each.code)
}

test('an authorised prescriber needs no criterion', () => {
  const request = { ...asSiae('ACI', []), author: { role: 'prescriber', kind: 'ML', confirmed: true } as const }
  assert.deepEqual(verdict(request), { state: 'granted', carriedBy: { by: 'prescriber' } })
})

test('an orienteur refers people and prescribes nothing', () => {
  const request = { ...asSiae('ACI', []), author: { role: 'prescriber', kind: 'ORIENTEUR', confirmed: true } as const }
  assert.deepEqual(codes(request), ['eligibility/prescriber-not-authorised'])
})

test('a prescriber that nobody has confirmed yet leaves the answer open', () => {
  const request = { ...asSiae('ACI', []), author: { role: 'prescriber', kind: 'CHRS', confirmed: null } as const }
  assert.deepEqual(verdict(request), { state: 'undetermined', missing: ['prescriber-check'], refusals: [] })
})

test('no diagnosis, no right yet: the criteria alone never suffice', () => {
  assert.deepEqual(verdict(asSiae('ACI', ticked('RSA'), { diagnosedOn: null })), {
    state: 'undetermined',
    missing: ['diagnosis'],
    refusals: [],
  })
})

const thresholds: readonly [string, SiaeKind, CriterionCode[], 'granted' | 'refused'][] = [
  ['one level 1 criterion carries an ACI', 'ACI', ['RSA'], 'granted'],
  ['two level 2 criteria do not carry an ACI', 'ACI', ['QPV', 'FLE'], 'refused'],
  ['three level 2 criteria carry an ACI', 'ACI', ['QPV', 'FLE', 'PM'], 'granted'],
  ['two level 2 criteria do not carry an EI', 'EI', ['QPV', 'FLE'], 'refused'],
  ['three level 2 criteria carry an EI', 'EI', ['QPV', 'FLE', 'PM'], 'granted'],
  ['two level 2 criteria do not carry an EITI', 'EITI', ['QPV', 'FLE'], 'refused'],
  ['three level 2 criteria carry an EITI', 'EITI', ['QPV', 'FLE', 'PM'], 'granted'],
  ['one level 2 criterion does not carry an AI', 'AI', ['QPV'], 'refused'],
  ['two level 2 criteria carry an AI', 'AI', ['QPV', 'FLE'], 'granted'],
  ['two level 2 criteria carry an ETTI', 'ETTI', ['TH', 'CAP_BEP'], 'granted'],
  ['nothing ticked carries nobody', 'AI', [], 'refused'],
]
for (const [sentence, kind, criteria, state] of thresholds)
  test(sentence, () => assert.equal(verdict(asSiae(kind, ticked(...criteria))).state, state))

test('a criterion without its proof is never a no: the answer names what is missing', () => {
  const found = verdict(asSiae('AI', [...ticked('QPV'), { code: 'FLE' }]))
  assert.deepEqual(found, { state: 'undetermined', missing: ['proof:FLE'], refusals: [] })
})

test('what is missing is not asked for when it cannot change the answer', () => {
  assert.deepEqual(codes(asSiae('ACI', [...ticked('QPV'), { code: 'FLE' }])), ['eligibility/not-enough-criteria'])
})

test('a failed criterion is not held against somebody whom another one carries', () => {
  assert.equal(verdict(asSiae('ACI', [...ticked('RSA'), { code: 'ASS', evidence: piece('2020-01-01') }])).state, 'granted')
})

test('a refusal gives every reason at once', () => {
  const request = asSiae('ACI', [
    { code: 'RSA', evidence: piece('2026-03-10') },
    { code: 'TH', evidence: { kind: 'title', last: day('2026-06-14') } },
  ])
  assert.deepEqual(codes(request), ['eligibility/proof-too-old', 'eligibility/title-not-valid', 'eligibility/not-enough-criteria'])
})

test('senior and young, or long and very long unemployment, exclude each other for every author', () => {
  assert.deepEqual(codes(asSiae('ACI', ticked('RSA', 'SENIOR', 'JEUNE'))), ['eligibility/criteria-exclude-each-other'])
  assert.deepEqual(codes(asSiae('ACI', ticked('RSA', 'DETLD', 'DELD'))), ['eligibility/criteria-exclude-each-other'])
  const prescribed = { ...asSiae('ACI', ticked('SENIOR', 'JEUNE')), author: { role: 'prescriber', kind: 'FT', confirmed: true } as const }
  assert.deepEqual(codes(prescribed), ['eligibility/criteria-exclude-each-other'])
})

test('a SIAE whose right was withdrawn cannot prescribe for itself on those days', () => {
  const selfPrescriptionWithdrawn = [{ first: issuedOn, last: issuedOn }]
  const author = { role: 'siae', kind: 'ACI', selfPrescriptionWithdrawn } as const
  const on = (date: typeof issuedOn) => codes({ ...asSiae('ACI', ticked('RSA')), author, issuedOn: date })
  assert.deepEqual(on(issuedOn), ['eligibility/self-prescription-withdrawn'])
  assert.deepEqual(on(addDays(issuedOn, 1)), [])
})

test('no text of the criteria is known before 3 September 2021', () => {
  const early = asSiae('ACI', ticked('RSA'), { issuedOn: day('2021-09-02') })
  assert.throws(() => verdict(early), NoTextInForce)
  assert.throws(() => verdict({ ...early, author: { role: 'prescriber', kind: 'FT', confirmed: true } }), NoTextInForce)
  assert.equal(verdict(asSiae('ACI', [{ code: 'RSA', evidence: piece('2021-08-01') }], { issuedOn: day('2021-09-03') })).state, 'granted')
})

test('the explanation carries the sensitivity of each criterion, and every step and reason has a sentence', () => {
  const found = judgeEligibility(law, asSiae('ACI', [...ticked('DETENTION_MJ', 'AAH'), { code: 'RSA', evidence: piece('2020-01-01') }]))
  const steps = found.because()
  assert.deepEqual(
    steps.map((each) => each.sensitivity),
    ['ordinary', 'justice', 'health', 'social', 'ordinary'],
  )
  for (const each of steps) assert.ok(eligibilityStepSentence({ code: each.code, inputs: each.inputs }).endsWith('.'))
  const refused = verdict(asSiae('ACI', [{ code: 'RSA', evidence: piece('2026-03-10') }]))
  assert.ok(refused.state === 'refused')
  for (const each of refused.refusals) assert.ok(each.source, each.code)
  assert.equal(
    refused.refusals.map(eligibilityRefusalSentence)[0],
    '« Bénéficiaire du RSA » : le justificatif du 10\u00a0mars 2026 est valable jusqu’au 9\u00a0juin 2026, et le PASS IAE est délivré le 15\u00a0juin 2026.',
  )
})

test('one more proven criterion, not excluded by another, never turns a yes into a no', () => {
  const code = fc.constantFrom(...CRITERION_CODES)
  const criterion = fc.record({ code, proven: fc.boolean() })
  const typed = ({ code, proven }: { code: CriterionCode; proven: boolean }): TickedCriterion =>
    proven ? { code, evidence: evidenceOf(code) } : { code }
  const facts = { birth: { year: 1970 }, registration: { monthsOnCertificate: 26 } }
  fc.assert(
    fc.property(
      fc.constantFrom<SiaeKind>('EI', 'ACI', 'AI', 'ETTI', 'EITI'),
      fc.array(criterion, { maxLength: 6 }),
      code,
      (kind, some, added) => {
        const before = verdict(asSiae(kind, some.map(typed), facts))
        const after = verdict(asSiae(kind, [...some, { code: added, proven: true }].map(typed), facts))
        const excluded = after.state === 'refused' && after.refusals.some((each) => each.code === 'eligibility/criteria-exclude-each-other')
        return before.state !== 'granted' || excluded || after.state === 'granted'
      },
    ),
    { numRuns: 300 },
  )
})
