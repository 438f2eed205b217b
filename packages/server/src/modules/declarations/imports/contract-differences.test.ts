import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centiHours, day, month } from '@maillage/kernel'
import type { StandingStay } from '../../employment/index.ts'
import { hoursLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { contractDifferences } from './contract-differences.ts'

const JULY = month('2026-07')
const stay = (first: string, last: string | null, more: { readonly exit?: string; readonly renewed?: boolean } = {}): StandingStay => ({
  id: 'stay',
  personId: 'person',
  open: { first: day(first), last: more.exit === undefined ? null : day(more.exit) },
  builtUpon: true,
  contracts: [
    {
      id: 'contract',
      version: 3,
      type: 'CDDI',
      firstDay: day(first),
      lastDay: last === null ? null : day(last),
      weeklyHours: centiHours(2600),
      renewed: more.renewed ?? false,
    },
  ],
})

/** What a line of July says against a contract from January to December. */
function compared(cells: Readonly<Record<string, string>>, of: StandingStay = stay('2026-01-05', '2026-12-31'), mayEmploy = true) {
  const columns = Object.keys(cells)
  const [line] = readLines(hoursLayout, { columns, rows: [{ rank: 2, cells: Object.values(cells) }] })
  assert.ok(line)
  const { differences, acts } = contractDifferences(line, JULY, of, mayEmploy)
  return { acts, keys: differences.map(({ key }) => key), how: differences.map(({ how }) => how).join(' ') }
}
const none = { acts: [], keys: [], how: '' }

test('a file that says nothing of the contract, or says the same, differs in nothing', () => {
  assert.deepEqual(compared({ paid: '100' }), none)
  assert.deepEqual(compared({ firstDay: '05/01/2026', lastDay: '31/12/2026', weeklyHours: '26' }), none)
})

test('an end before the term is a rupture, on the last day of the file', () => {
  const { acts, keys } = compared({ lastDay: '30/12/2026' })
  assert.deepEqual(keys, ['2.end.3'])
  assert.deepEqual(acts, [{ key: '2.end.3', contractId: 'contract', version: 3, act: 'end', lastDay: day('2026-12-30') }])
  assert.equal(compared({ lastDay: '15/09/2026' }, stay('2026-01-05', null)).acts[0]?.act, 'end')
})

test('an end after the term is a renewal from the next day: a contract never grows by itself', () => {
  const { acts } = compared({ lastDay: '01/01/2027' })
  assert.deepEqual(acts, [
    { key: '2.end.3', contractId: 'contract', version: 3, act: 'renew', firstDay: day('2027-01-01'), lastDay: day('2027-01-01') },
  ])
  const renewed = compared({ lastDay: '31/01/2027' }, stay('2026-01-05', '2026-12-31', { renewed: true }))
  assert.deepEqual([renewed.acts, renewed.keys], [[], [null]])
})

test('once somebody left, or before the contract begins, an end is settled elsewhere', () => {
  const left = compared({ lastDay: '15/08/2026' }, stay('2026-01-05', '2026-12-31', { exit: '2026-07-31' }))
  assert.deepEqual(left.keys, [null])
  assert.match(left.how, /La sortie est enregistrée le 31.juillet.2026/)
  assert.deepEqual(compared({ lastDay: '31/07/2026' }, stay('2026-01-05', '2026-12-31', { exit: '2026-07-31' })), none)
  assert.match(compared({ lastDay: '04/01/2026' }).how, /avant le premier jour/)
})

test('other weekly hours are an amendment on the first of the month, unless the contract begins then', () => {
  assert.deepEqual(compared({ weeklyHours: '30' }).acts, [
    { key: '2.week.3', contractId: 'contract', version: 3, act: 'amend', effectOn: day('2026-07-01'), weeklyHours: centiHours(3000) },
  ])
  assert.equal(compared({ weeklyHours: '30' }, stay('2026-06-30', '2026-12-31')).acts.length, 1)
  assert.deepEqual(compared({ weeklyHours: '30' }, stay('2026-07-01', '2026-12-31')).keys, [null])
})

test('another first day is said, never changed: it belongs to the hire', () => {
  const { acts, keys } = compared({ firstDay: '06/01/2026' })
  assert.deepEqual([acts, keys], [[], [null]])
})

test('who does not write contracts is only told', () => {
  assert.deepEqual(compared({ lastDay: '30/09/2026', weeklyHours: '30' }, stay('2026-01-05', '2026-12-31'), false).keys, [null, null])
})

test('a contract that had ended before the month is told to be renewed, on its page', () => {
  const over = compared({ lastDay: '31/12/2026' }, stay('2026-01-05', '2026-06-30'))
  assert.deepEqual(over.keys, [null])
  assert.match(over.how, /Aucun contrat ne couvre ce mois/)
  assert.deepEqual(compared({ lastDay: '30/06/2026' }, stay('2026-01-05', '2026-06-30')), none)
})
