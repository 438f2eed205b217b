import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, euros, month, NoTextInForce, period, wholeHours } from '@maillage/kernel'
import { centiPosts, type FinancialAnnex } from '../agreements/index.ts'
import { nationalLaw as law } from '../national-law.ts'
import { annexAid } from './annex-aid.ts'
import { projectAid } from './projected-aid.ts'

const annex = (first: string, last: string, more: Partial<FinancialAnnex> = {}): FinancialAnnex => ({
  kind: 'ACI',
  measure: 'common',
  departement: '11',
  period: period(day(first), day(last)),
  posts: centiPosts(1000),
  knownOn: day(first),
  amendments: [],
  ...more,
})
const worked = (iso: string) => ({ month: month(iso), hours: wholeHours(1820) })

test('a year that no text prices is estimated by the SMIC, and says from which amount', () => {
  const request = { kind: 'ACI', annex: annex('2026-01-01', '2026-12-31'), worked: [worked('2026-01')] } as const
  assert.throws(() => annexAid(law, request), NoTextInForce)
  const { projection, estimated, basis } = projectAid(law, request)
  assert.equal(projection, true)
  assert.ok(estimated.state === 'computed')
  assert.equal(estimated.amount, euros(24_203))
  assert.equal(basis?.amount, euros(23_921))
})

test('months that a text prices keep that price: beside projected ones, and where nothing is projected', () => {
  const across = { kind: 'ACI', annex: annex('2025-07-01', '2026-06-30'), worked: [worked('2025-07'), worked('2026-01')] } as const
  const { estimated } = projectAid(law, across)
  assert.ok(estimated.state === 'computed')
  assert.deepEqual(
    estimated.months.map(({ amount }) => amount),
    [euros(23_921), euros(24_203)],
  )
  const known = { kind: 'ACI', annex: annex('2025-01-01', '2025-12-31'), worked: [worked('2025-07')] } as const
  assert.deepEqual(projectAid(law, known), { projection: true, estimated: annexAid(law, known).value, basis: null })
})

test('prison and bridge contracts are not projected', () => {
  const prison = { kind: 'ACI', annex: annex('2026-01-01', '2026-12-31', { measure: 'prison' }), worked: [worked('2026-01')] } as const
  assert.throws(() => projectAid(law, prison), NoTextInForce)
})
