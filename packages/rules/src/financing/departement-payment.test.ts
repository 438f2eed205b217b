import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cents, day, month, NoTextInForce, period } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import { type AciEmployee, type Caom, departementMonth, monthlyShareOfRsa, rsaPayer } from './departement-payment.ts'
import { eitiMonth } from './eiti-month.ts'
import { inclusionContractPercent } from './inclusion-contract-percent.ts'

const caom: Caom = { departement: '11', period: period(day('2025-01-01'), day('2025-12-31')), people: null }
const employee = (label: string, more: Partial<AciEmployee> = {}): AciEmployee => ({
  label,
  hiredOn: day('2025-02-10'),
  until: null,
  rsaAtHire: true,
  departementAtHire: '11',
  ...more,
})
const answers = (employees: readonly AciEmployee[], of = '2025-05', within = caom) =>
  departementMonth(law, { caom: within, month: month(of), employees }).employees.map((each) =>
    each.state === 'not-due' ? each.why : each.state === 'due' ? each.amount : each.missing,
  )

test('88 % of the RSA of one person, of the day', () => {
  for (const [on, amount] of [
    ['2014-07-01', 43_939],
    ['2021-04-01', 49_750],
    ['2022-07-01', 52_672],
    ['2023-04-01', 53_482],
    ['2024-04-01', 55_942],
    ['2025-03-31', 55_942],
    ['2025-04-01', 56_894],
  ] as const)
    assert.equal(monthlyShareOfRsa(law, '11', day(on)), cents(amount), on)
  assert.throws(() => monthlyShareOfRsa(law, '11', day('2026-04-01')), NoTextInForce)
  assert.throws(() => monthlyShareOfRsa(law, '976', day('2025-05-01')), NoTextInForce)
})

test('paid per month and per employee who received the RSA on the day of hire, whatever became of it since', () => {
  assert.deepEqual(answers([employee('a'), employee('b', { rsaAtHire: false })]), [56_894, 'no-rsa-at-hire'])
})

test('an RSA at hire that nobody knows is asked for, never read as no', () => {
  assert.deepEqual(answers([employee('a', { rsaAtHire: null })]), ['rsa-at-hire'])
})

test('from the month of hire to that of the end, both whole, within the CAOM', () => {
  const ended = employee('a', { until: day('2025-06-02') })
  assert.deepEqual(answers([ended], '2025-01'), ['not-employed'])
  assert.equal(answers([ended], '2025-02')[0], 55_942)
  assert.equal(answers([ended], '2025-06')[0], 56_894)
  assert.deepEqual(answers([ended], '2025-07'), ['not-employed'])
  assert.deepEqual(answers([employee('a')], '2026-01'), ['outside-caom'])
})

test('a CAOM for one person pays the first hired; a resident of another département is its own Département’s', () => {
  const one = { ...caom, people: 1 }
  assert.deepEqual(answers([employee('later', { hiredOn: day('2025-03-01') }), employee('first')], '2025-05', one), ['beyond-caom', 56_894])
  assert.deepEqual(answers([employee('a', { departementAtHire: '34' })]), ['another-departement'])
})

test('where the RSA is recentralised the payer is the State, from its own date', () => {
  for (const [departement, on, payer] of [
    ['11', '2025-01-01', 'departement'],
    ['974', '2019-12-31', 'departement'],
    ['974', '2020-01-01', 'state'],
    ['976', '2019-01-01', 'state'],
    ['66', '2022-01-01', 'state'],
    ['09', '2022-12-31', 'departement'],
    ['09', '2023-01-01', 'state'],
  ] as const)
    assert.equal(rsaPayer(law, departement, day(on)), payer, `${departement} ${on}`)
})

test('EITI from 2025: fixed for nine months, then by a turnover we must be told, over after 24', () => {
  const aid = (rank: number, departement = '974') => eitiMonth(law, { month: month('2025-03'), rank, departement })
  assert.deepEqual(aid(9), { state: 'fixed', amount: cents(45_000) })
  assert.deepEqual(aid(1, '976'), { state: 'fixed', amount: cents(34_000) })
  assert.deepEqual(aid(10), { state: 'depends-on-turnover' })
  assert.deepEqual(aid(25), { state: 'over' })
  assert.throws(() => eitiMonth(law, { month: month('2024-12'), rank: 1, departement: '974' }), NoTextInForce)
})

test('an inclusion contract is paid in full for its first year', () => {
  assert.equal(inclusionContractPercent(law, day('2024-01-15'), month('2025-01')), 100)
  assert.equal(inclusionContractPercent(law, day('2024-01-15'), month('2025-02')), 70)
  assert.equal(inclusionContractPercent(law, day('2024-02-01'), month('2025-02')), 70)
})
