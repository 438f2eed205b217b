import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import type { ExitLine } from '../queries/exit-register.ts'
import { chosenExits, readExitList } from './exit-list-query.ts'

const TODAY = day('2026-11-21')

test('what the address does not know is as if it were absent', () => {
  const asked = readExitList({ annee: '1812', classe: 'x', comptee: '…', structure: 'x', tri: 'x' }, TODAY)
  assert.deepEqual(asked.filters, { words: '', siaeId: '', year: 2026, class: '', counted: '' })
  assert.deepEqual([asked.sort, asked.active], [{ key: 'sortie', direction: 'descending' }, 0])
  assert.deepEqual(readExitList({ annee: '2025', classe: 'durable', comptee: 'yes' }, TODAY).active, 3)
  assert.equal(readExitList({ annee: '2026' }, TODAY).active, 0)
})

const line = (id: string, more: Partial<ExitLine>): ExitLine =>
  ({ id, exitOn: TODAY, entry: TODAY, searchKey: ' benali nadia', familyKey: 'benali', siaeName: 'A', ...more }) as ExitLine
const finding = (more: Partial<ExitLine['finding']>): ExitLine['finding'] => ({
  class: 'other',
  counted: true,
  why: null,
  staysInIae: false,
  missing: [],
  ...more,
})
const lines = [
  line('1', { finding: finding({}), exitOn: day('2026-03-01') }),
  line('2', { finding: finding({ class: null, missing: ['length-of-contract-found'] }), familyKey: 'aubert', searchKey: ' aubert louise' }),
  line('3', { finding: finding({ class: 'excluded', counted: false, why: 'presence-too-short' }) }),
]
const ids = (query: Record<string, string>) => {
  const { filters, sort } = readExitList(query, TODAY)
  return chosenExits(lines, filters, sort).map(({ id }) => id)
}

test('a list keeps what is asked: beginnings of names, class, counted or why not, what lacks', () => {
  assert.deepEqual(ids({}), ['2', '3', '1'])
  assert.deepEqual(ids({ q: 'loui AUB' }), ['2'])
  assert.deepEqual(ids({ q: 'uise' }), [])
  assert.deepEqual(ids({ classe: 'other' }), ['1'])
  assert.deepEqual(ids({ classe: 'incomplete' }), ['2'])
  assert.deepEqual(ids({ comptee: 'presence-too-short' }), ['3'])
  assert.deepEqual(ids({ comptee: 'yes' }), ['2', '1'])
})

test('and orders it', () => {
  assert.deepEqual(ids({ tri: 'personne' }), ['2', '3', '1'])
  assert.deepEqual(ids({ tri: 'sortie' })[0], '1')
  assert.deepEqual(ids({ tri: 'classe' })[0], '2')
})
