import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centiHours, day, month, type SiaeKind } from '@maillage/kernel'
import { nationalLaw as law } from '@maillage/rules'
import { type MonthLine, totalMonth } from './total-month.ts'

const JULY = month('2026-07')
const CDDI = { type: 'CDDI', first: day('2026-01-05'), last: day('2026-12-31') }
const line = (stayId: string, paid: number | null, worked: number | null, more: Partial<MonthLine> = {}): MonthLine => ({
  stayId,
  personId: `person of ${stayId}`,
  hoursId: `hours of ${stayId}`,
  worksiteId: null,
  measure: 'common',
  paid: paid === null ? null : centiHours(paid),
  worked: worked === null ? null : centiHours(worked),
  contracts: [CDDI],
  ...more,
})
const total = (kind: SiaeKind, ...lines: MonthLine[]) => totalMonth(law, kind, JULY, lines)

test('an ACI counts the hours paid, an EI those worked, and what lacks is named', () => {
  const lines = [line('a', 15_000, 13_000), line('b', 10_000, null)]
  assert.equal(total('ACI', ...lines).totals[0]?.counted, 25_000)
  assert.deepEqual(total('ACI', ...lines).missing, [])
  assert.equal(total('EI', ...lines).totals[0]?.counted, 13_000)
  assert.deepEqual(total('EI', ...lines).missing, [{ stayId: 'b', which: 'worked' }])
})

test('hours without a contract are held back and in no other total', () => {
  const [only] = total('ACI', line('a', 10_000, 9_000), line('b', 4_000, 4_000, { contracts: [] })).totals
  assert.deepEqual([only?.counted, only?.paid, only?.worked, only?.heldBack, only?.people], [10_000, 10_000, 9_000, 4_000, 2])
})

test('an inclusion contract is at 100 % in its first year, at 70 % after, in a total of its own', () => {
  const inclusion = (first: string) => [{ type: 'CDI_INCLUSION', first: day(first), last: null }]
  const { totals } = total(
    'ACI',
    line('a', 100, null, { contracts: inclusion('2025-07-02') }),
    line('b', 200, null, { contracts: inclusion('2025-07-01') }),
  )
  assert.deepEqual(
    totals.map(({ percent, counted }) => [percent, counted]),
    [
      [100, 100],
      [70, 200],
    ],
  )
})

test('somebody on two places of work is one person on each; nobody is counted for no hour', () => {
  const { totals } = total('ACI', line('a', 100, null), line('a', 50, null, { worksiteId: 'berges' }), line('b', 0, 0))
  assert.deepEqual(
    totals.map(({ worksiteId, people, counted }) => [worksiteId, people, counted]),
    [
      [null, 1, 100],
      ['berges', 1, 50],
    ],
  )
})

test('whoever has a contract and nothing typed is missing', () => {
  assert.deepEqual(total('AI', line('a', null, null, { hoursId: null })), { totals: [], missing: [{ stayId: 'a', which: 'paid' }] })
})
