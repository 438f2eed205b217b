import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, isoDate } from '@maillage/kernel'
import { nationalLaw } from '../national-law.ts'
import { accessCutoff, accessKeptFor, keptFor, RETENTION_RULES, type RetentionRule, retentionCutoff } from './retention-rules.ts'

for (const [rule, today, cutoff] of [
  ['person', '2026-11-21', '2024-11-21'],
  // Two calendar years, where 730 days would give 1 March.
  ['person', '2026-02-28', '2024-02-28'],
  ['person', '2028-02-29', '2026-02-28'],
  ['person-access', '2026-11-21', '2023-11-21'],
  ['mail', '2026-11-21', '2026-09-20'],
] as const) {
  test(`on ${today}, what may go under « ${rule} » ended on ${cutoff} at the latest`, () => {
    assert.equal(isoDate(retentionCutoff(nationalLaw, rule, day(today))), cutoff)
  })
}

test('each rule has a length and a source today; before the RGPD none is applied', () => {
  for (const rule of RETENTION_RULES) {
    const { value, source } = keptFor(nationalLaw, rule, day('2026-11-21'))
    assert.ok(value.count > 0 && source.article !== '')
    assert.throws(() => retentionCutoff(nationalLaw, rule as RetentionRule, day('2018-05-24')), { name: 'NoTextInForce' })
  }
})

test('where two sources disagree on the same thing, both are named', () => {
  for (const rule of ['person', 'mail', 'access-log'] as const) {
    assert.ok(keptFor(nationalLaw, rule, day('2026-11-21')).source.disagrees)
  }
})

test('a team reads for two years after the last contact, on a text', () => {
  assert.equal(isoDate(accessCutoff(nationalLaw, day('2026-11-21'))), '2024-11-21')
  assert.match(accessKeptFor(nationalLaw, day('2026-11-21')).source.article, /2023-095/)
})
