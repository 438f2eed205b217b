import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, wholeHours } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { type HeldContract, severalEmployersWarnings } from './several-employers.ts'

const contract = (id: string, hours: number | null, first = '2026-01-05', last: string | null = '2026-12-31'): HeldContract => ({
  id,
  first: day(first),
  last: last === null ? null : day(last),
  weekly: hours === null ? null : wholeHours(hours),
})
const told = (contracts: readonly HeldContract[], birth?: { year: number; month: number; day: number }) =>
  severalEmployersWarnings(law, { contracts, ...(birth ? { birth } : {}) }).map(
    ({ contractId, anomaly }) => `${contractId} ${anomaly.code}`,
  )
const MINOR = { year: 2009, month: 3, day: 1 }

test('44 hours with two employers are no matter; an hour more is told to both', () => {
  assert.deepEqual(told([contract('aci', 20), contract('ai', 24)]), [])
  assert.deepEqual(told([contract('aci', 20), contract('ai', 25)]), [
    'aci employment/weekly-average-passed',
    'ai employment/weekly-average-passed',
  ])
})

test('48 hours are an average passed; an hour more passes the maximum of a week', () => {
  assert.deepEqual(told([contract('aci', 24), contract('ai', 24)]), [
    'aci employment/weekly-average-passed',
    'ai employment/weekly-average-passed',
  ])
  assert.deepEqual(told([contract('aci', 24), contract('ai', 25)]), [
    'aci employment/weekly-maximum-passed',
    'ai employment/weekly-maximum-passed',
  ])
})

test('contracts that follow each other are not added', () => {
  assert.deepEqual(told([contract('aci', 30, '2026-01-05', '2026-06-30'), contract('ai', 30, '2026-07-01', null)]), [])
  assert.equal(told([contract('aci', 30, '2026-01-05', '2026-07-01'), contract('ai', 30, '2026-07-01', null)]).length, 2)
})

test('the warning begins on the day when the sum passes, and says only the sum', () => {
  const [first, second] = severalEmployersWarnings(law, { contracts: [contract('aci', 26), contract('ai', 24, '2026-03-02')] })
  assert.deepEqual([first?.since, second?.since], [day('2026-03-02'), day('2026-03-02')])
  assert.deepEqual(first?.anomaly.details, { hours: 5000, most: 4800 })
})

test('before eighteen, 35 hours with all employers; a contract alone may pass them', () => {
  assert.deepEqual(told([contract('aci', 20), contract('ai', 15)], MINOR), [])
  assert.deepEqual(told([contract('aci', 20), contract('ai', 16)], MINOR), [
    'aci employment/minor-weekly-hours',
    'ai employment/minor-weekly-hours',
  ])
  assert.deepEqual(told([contract('aci', 36)], MINOR), ['aci employment/minor-weekly-hours'])
})

test('hours that nobody typed count for nothing, and a third contract is not told twice', () => {
  assert.deepEqual(told([contract('aci', 40), contract('ai', null)]), [])
  assert.equal(told([contract('a', 30), contract('b', 30), contract('c', 1, '2026-05-04')]).length, 3)
})
