import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { PRESCRIBERS, type PrescriberKind } from './prescriber-kind.ts'
import { prescriberStanding } from './prescriber-standing.ts'

const on = day('2026-06-15')

test('there are 34 kinds: 31 named by the order, one approved by the préfet, two that prescribe nothing', () => {
  const kinds = Object.keys(PRESCRIBERS) as PrescriberKind[]
  const count = (by: string) => kinds.filter((each) => PRESCRIBERS[each].authorisedBy === by).length
  assert.deepEqual([kinds.length, count('order'), count('prefect'), count('none')], [34, 31, 1, 2])
})

test('a kind named by the order is confirmed, not submitted to the préfet', () => {
  assert.equal(prescriberStanding(law, { kind: 'CCAS', confirmed: true }, on), 'authorised')
  assert.equal(prescriberStanding(law, { kind: 'CCAS', confirmed: null }, on), 'unknown')
  assert.equal(prescriberStanding(law, { kind: 'CCAS', confirmed: false }, on), 'not-authorised')
})

test('an organisation approved by the préfet is authorised for the days of its approval', () => {
  const prefectApproval = { first: day('2024-01-01'), last: day('2026-06-15') }
  assert.equal(prescriberStanding(law, { kind: 'OHPD', confirmed: null, prefectApproval }, on), 'authorised')
  assert.equal(prescriberStanding(law, { kind: 'OHPD', confirmed: true, prefectApproval }, day('2026-06-16')), 'not-authorised')
  assert.equal(prescriberStanding(law, { kind: 'OHPD', confirmed: true }, on), 'unknown')
})

test('an approval counts five years at most, whatever its paper says', () => {
  const prefectApproval = { first: day('2022-01-01'), last: day('2030-01-01') }
  assert.equal(prescriberStanding(law, { kind: 'OHPD', confirmed: true, prefectApproval }, day('2026-12-31')), 'authorised')
  assert.equal(prescriberStanding(law, { kind: 'OHPD', confirmed: true, prefectApproval }, day('2027-01-01')), 'not-authorised')
})
