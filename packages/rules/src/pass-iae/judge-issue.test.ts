import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, isoDate } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import type { HeldPass } from './acts.ts'
import { hireAnomalies, passAnomalies } from './anomalies.ts'
import { type IssueRequest, judgeIssue } from './judge-issue.ts'
import { moveHireDate } from './move-hire-date.ts'
import { passAnomalySentence, passRefusalSentence } from './wording.fr.ts'

const today = day('2026-11-21')
const holding = (iso: string): HeldPass => ({ pass: { first: day(iso) }, acts: [] })
const answer = (more: Partial<IssueRequest>) => {
  const found = judgeIssue(law, { hiredOn: day('2026-12-01'), today, held: [], eligibleBy: 'siae', ...more })
  return found.ok ? found.value.act : found.refusals.map((each) => each.code)
}

const cases: readonly [string, Partial<IssueRequest>, string | string[]][] = [
  ['an eligible person gets a right from the day of hire', {}, 'issue'],
  ['somebody whose eligibility is not established does not', { eligibleBy: null }, ['pass-iae/not-eligible']],
  ['a hire may be asked for today', { hiredOn: today }, 'issue'],
  ['not for yesterday', { hiredOn: day('2026-11-20') }, ['pass-iae/hire-in-the-past']],
  ['six months ahead at most', { hiredOn: day('2027-05-21') }, 'issue'],
  ['and not a day more', { hiredOn: day('2027-05-22') }, ['pass-iae/hire-too-far']],
  ['a running right is reused, without a new eligibility', { held: [holding('2026-01-01')], eligibleBy: null }, 'reuse'],
  ['a hire may begin on its last day', { held: [holding('2024-12-02')] }, 'reuse'],
  ['not after its last day', { held: [holding('2024-12-01')] }, ['pass-iae/hire-after-end']],
  ['a right that has not begun is brought forward', { held: [holding('2026-12-15')] }, 'bring-forward'],
  ['a right that begins before the hire is reused as it is', { held: [holding('2026-11-25')] }, 'reuse'],
  [
    'two rights in force are to be reconciled first',
    { held: [holding('2026-01-01'), holding('2025-06-01')] },
    ['pass-iae/two-rights-in-force'],
  ],
  ['the waiting period stops a SIAE on its last day', { held: [holding('2022-12-02')] }, ['pass-iae/waiting-period']],
  ['and no longer the day after', { held: [holding('2022-12-01')] }, 'issue'],
  [
    'an authorised prescriber may prescribe during the waiting period',
    { held: [holding('2024-06-01')], eligibleBy: 'authorised-prescriber' },
    'issue',
  ],
]
for (const [sentence, more, expected] of cases) test(sentence, () => assert.deepEqual(answer(more), expected))

test('the State’s service looks at the day of the request, and still says no ten days before the end of the wait', () => {
  const found = judgeIssue(law, { hiredOn: day('2026-12-05'), today, held: [holding('2022-12-01')], eligibleBy: 'siae' })
  assert.ok(found.ok)
  assert.deepEqual(
    found.value.toolObjections.map((each) => each.code),
    ['pass-iae/tool-still-waiting'],
  )
})

test('only a right that has not begun moves with its hire', () => {
  const move = (held: HeldPass, iso: string) => {
    const found = moveHireDate(law, { ...held, to: day(iso), today })
    return found.ok ? found.value.move && isoDate(found.value.move.first) : found.refusals.map((each) => each.code)
  }
  assert.equal(move(holding('2026-11-22'), '2026-12-21'), '2026-12-21')
  assert.deepEqual(move(holding('2026-11-22'), '2026-12-22'), ['pass-iae/hire-too-far'])
  assert.equal(move(holding('2026-11-21'), '2026-12-01'), null)
  assert.deepEqual(move(holding('2026-11-22'), '2026-11-20'), ['pass-iae/hire-in-the-past'])
  assert.deepEqual(move(holding('2024-12-01'), '2026-12-01'), ['pass-iae/hire-after-end'])
})

test('a hire that took place is recorded with its anomalies, never refused', () => {
  const codes = (hired: string, held: HeldPass | null, recorded = hired) =>
    hireAnomalies(law, { hiredOn: day(hired), recordedOn: day(recorded), held }).map((each) => each.code)
  const suspended: HeldPass = {
    ...holding('2024-12-01'),
    acts: [{ kind: 'suspension', first: day('2025-02-01'), last: day('2025-02-28'), reason: 'contract-ended' }],
  }
  assert.deepEqual(codes('2025-03-01', suspended), [])
  assert.deepEqual(codes('2025-02-28', suspended), ['pass-iae/hire-during-suspension'])
  assert.deepEqual(codes('2024-11-30', suspended, '2024-12-15'), ['pass-iae/hire-recorded-late', 'pass-iae/hire-before-pass'])
  assert.deepEqual(codes('2027-02-01', suspended), ['pass-iae/hire-after-pass'])
  assert.deepEqual(codes('2025-03-01', null), ['pass-iae/hire-without-pass'])
})

test('imported suspensions that overlap, last too long or fall outside are listed', () => {
  const suspension = (first: string, last: string) =>
    ({ kind: 'suspension', first: day(first), last: day(last), reason: 'contract-ended' }) as const
  const acts = [suspension('2025-02-01', '2025-02-28'), suspension('2025-02-28', '2029-02-28'), suspension('2035-01-01', '2035-01-02')]
  const found = passAnomalies(law, { ...holding('2024-12-01'), acts })
  assert.deepEqual(
    found.map((each) => each.code),
    ['pass-iae/recorded-suspension-overlaps', 'pass-iae/recorded-suspension-too-long', 'pass-iae/recorded-suspension-outside-pass'],
  )
  for (const each of found) assert.ok(passAnomalySentence(each).endsWith('.'))
  const early = passAnomalies(law, {
    ...holding('2024-12-01'),
    acts: [{ kind: 'closure', last: day('2024-11-01'), reason: 'by-decision-of-the-authority' }],
  })
  assert.deepEqual(early.map(passAnomalySentence), ['Le PASS IAE est arrêté le 1er\u00a0novembre 2024, avant d’avoir commencé.'])
})

test('every reason to refuse a hire has its sentence', () => {
  const found = judgeIssue(law, { hiredOn: day('2026-11-20'), today, held: [holding('2024-06-01')], eligibleBy: null })
  assert.ok(!found.ok)
  assert.deepEqual(
    found.refusals.map((each) => each.code),
    ['pass-iae/hire-in-the-past', 'pass-iae/not-eligible', 'pass-iae/waiting-period'],
  )
  for (const each of found.refusals) assert.ok(passRefusalSentence(each).endsWith('.'))
})
