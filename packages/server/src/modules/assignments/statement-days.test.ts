import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, isoDate } from '@maillage/kernel'
import { owedDays, statementDays } from './statement-days.ts'

const mission = (first: string, last: string | null) => ({ firstDay: day(first), lastDay: last === null ? null : day(last) })
const shown = (days: ReturnType<typeof owedDays>) => days.map(({ first, last }) => `${isoDate(first)} ${isoDate(last)}`)

test('an association has a statement a month, from the first day of the mission to its last', () => {
  assert.deepEqual(shown(owedDays('AI', mission('2026-10-12', '2026-11-20'), day('2026-11-21'))), [
    '2026-10-12 2026-10-31',
    '2026-11-01 2026-11-20',
  ])
  assert.deepEqual(shown(owedDays('AI', mission('2026-10-12', null), day('2026-10-31'))), ['2026-10-12 2026-10-31'])
  assert.deepEqual(shown(owedDays('AI', mission('2026-10-12', null), day('2026-11-01'))), [
    '2026-10-12 2026-10-31',
    '2026-11-01 2026-11-30',
  ])
})

test('a temporary-work structure has one a week, Monday to Sunday, over the end of a month', () => {
  assert.deepEqual(shown(owedDays('ETTI', mission('2026-10-29', null), day('2026-11-03'))), [
    '2026-10-29 2026-11-01',
    '2026-11-02 2026-11-08',
  ])
})

test('a mission to come owes nothing, and no statement stands outside its days', () => {
  assert.deepEqual(owedDays('AI', mission('2026-11-22', null), day('2026-11-21')), [])
  assert.equal(statementDays('AI', mission('2026-10-12', '2026-11-20'), day('2026-10-11')), undefined)
  assert.equal(statementDays('AI', mission('2026-10-12', '2026-11-20'), day('2026-11-21')), undefined)
})
