import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cents, day, euros, type Law, NoTextInForce, partsOf, type SiaeKind } from '@maillage/kernel'
import { nationalLaw as law } from '../national-law.ts'
import * as baseAmounts from '../parameters/base-amounts.ts'
import { hourlyMinimumWage } from '../parameters/minimum-wage.ts'
import { projectUnitAmount } from './projected-amount.ts'
import { type Priced, supervisionPart, unitAmount } from './unit-amount.ts'

const priced = (kind: SiaeKind, more: Partial<Priced> = {}): Priced => ({ kind, measure: 'common', departement: '11', ...more })
const price = (of: Priced, on: string, under: Law = law) => unitAmount(under, of, day(on)).amount

test('an amount is that of the day of the work, on both sides of each change of 2022', () => {
  for (const [on, amount] of [
    ['2021-12-31', 21_096],
    ['2022-01-01', 21_286],
    ['2022-04-30', 21_286],
    ['2022-05-01', 21_850],
    ['2022-07-31', 21_850],
    ['2022-08-01', 22_289],
    ['2022-12-31', 22_289],
    ['2023-01-01', 22_692],
  ] as const)
    assert.equal(price(priced('ACI'), on), euros(amount), on)
})

test('the amounts of January 2022 were not known before 21 August 2022', () => {
  const known = (knownOn: string) => law.on(day('2022-01-15'), { knownOn: day(knownOn) }).find(baseAmounts.baseAmountAci)?.value
  assert.equal(known('2022-08-20'), undefined)
  assert.equal(known('2022-08-21'), euros(21_286))
})

test('two amounts do not follow the SMIC: ETTI in 2020 and 2022, and EI in 2025, whose sources disagree by name', () => {
  assert.equal(price(priced('ETTI'), '2020-01-01'), euros(4299))
  assert.equal(price(priced('ETTI'), '2022-01-01'), euros(4253))
  assert.equal(price(priced('EI'), '2024-12-31'), euros(12_459))
  assert.equal(price(priced('EI'), '2025-01-01'), euros(13_304))
  assert.match(unitAmount(law, priced('EI'), day('2025-01-01')).source.disagrees ?? '', /12 459/)
})

test('Mayotte has its own amounts, and none for EI in 2025', () => {
  assert.equal(price(priced('ACI', { departement: '976' }), '2023-05-01'), euros(17_510))
  assert.throws(() => price(priced('EI', { departement: '976' }), '2025-01-01'), NoTextInForce)
})

test('prison: 60 % of the common amount to the euro until 2021, the common amount from 2022, EI and ACI only', () => {
  for (const [kind, on, amount] of [
    ['EI', '2018-06-01', 6218],
    ['ACI', '2018-06-01', 11_938],
    ['EI', '2019-06-01', 6312],
    ['ACI', '2019-06-01', 12_119],
    ['EI', '2020-06-01', 6388],
    ['ACI', '2020-06-01', 12_265],
    ['EI', '2021-10-01', 6593],
    ['ACI', '2021-12-31', 12_658],
    ['ACI', '2022-01-01', 21_286],
  ] as const)
    assert.equal(price(priced(kind, { measure: 'prison' }), on), euros(amount), `${kind} ${on}`)
  assert.throws(() => price(priced('AI', { measure: 'prison' }), '2019-06-01'), NoTextInForce)
})

test('a bridge contract: twice the amount of six months, EI and ACI only, and no text after 2025', () => {
  assert.equal(price(priced('EI', { measure: 'bridge' }), '2024-11-01'), euros(4752))
  assert.equal(price(priced('ACI', { measure: 'bridge', departement: '976' }), '2022-08-01'), euros(3344))
  for (const [special, on] of [
    [priced('ETTI', { measure: 'bridge' }), '2024-11-01'],
    [priced('EI', { measure: 'bridge' }), '2026-01-01'],
    [priced('EI', { measure: 'bridge' }), '2021-08-31'],
  ] as const)
    assert.throws(() => price(special, on), NoTextInForce)
})

test('the part of an ACI for accompaniment and supervision is read where a text gives it, never guessed', () => {
  assert.equal(supervisionPart(law, '11', day('2025-03-01')).amount, euros(1233))
  assert.equal(supervisionPart(law, '976', day('2022-01-01')).amount, euros(812))
  for (const on of ['2017-06-01', '2021-02-01', '2026-01-01']) assert.throws(() => supervisionPart(law, '11', day(on)), NoTextInForce)
})

test('no amount of 2026 is given: a year no text covers is an error, never last year’s figure', () => {
  for (const kind of ['EI', 'ETTI', 'AI', 'ACI', 'EITI'] as const) assert.throws(() => price(priced(kind), '2026-01-01'), NoTextInForce)
  assert.throws(() => price(priced('AI'), '2014-06-30'), NoTextInForce)
  assert.equal(price(priced('AI'), '2014-07-01'), euros(1300))
  assert.equal(price(priced('EI'), '2014-01-01'), euros(10_000))
})

test('2026 can be projected by the SMIC: another type, with what it rests on', () => {
  for (const [kind, estimated] of [
    ['EI', 13_461],
    ['ETTI', 4837],
    ['AI', 1638],
    ['ACI', 24_203],
  ] as const)
    assert.equal(projectUnitAmount(law, priced(kind), day('2026-03-01')).estimated, euros(estimated))
  assert.deepEqual(projectUnitAmount(law, priced('ACI'), day('2026-01-01')), {
    projection: true,
    estimated: euros(24_203),
    basis: { amount: euros(23_921), knownUntil: day('2025-12-31'), wageThen: cents(1188), wageNow: cents(1202) },
  })
  for (const special of [priced('EI', { measure: 'bridge' }), priced('EI', { measure: 'prison' })])
    assert.throws(() => projectUnitAmount(law, special, day('2026-01-01')), NoTextInForce)
})

test('every amount but three follows the SMIC within ten euros: a slip of the keyboard would show', () => {
  const apart: string[] = []
  for (const { key, values } of [
    baseAmounts.baseAmountEi,
    baseAmounts.baseAmountEtti,
    baseAmounts.baseAmountAi,
    baseAmounts.baseAmountAci,
  ]) {
    values.slice(1).forEach((value, index) => {
      const before = values[index]
      if (!before) return
      const wage = (on: typeof value.from) => law.on(on).get(hourlyMinimumWage)
      const expected = (before.value * wage(value.from)) / wage(before.from)
      if (Math.abs(expected - value.value) > 1000) apart.push(`${key.split('-').at(-1)} ${partsOf(value.from).year}`)
    })
  }
  assert.deepEqual(apart, ['ei 2025', 'etti 2020', 'etti 2022'])
})

test('every amount begins on the first day of a month, so that a month has one price', () => {
  for (const parameter of Object.values(baseAmounts))
    for (const { from } of parameter.values) assert.equal(partsOf(from).day, 1, parameter.key)
})
