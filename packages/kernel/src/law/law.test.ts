import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../calendar/calendar-date.ts'
import { source } from '../sources.ts'
import { lawOf, NoTextInForce } from './law.ts'
import type { LocalValue } from './local-value.ts'
import { type DatedValue, parameter } from './parameter.ts'

const text = source('Arrêté fictif', 'text')

function dated(from: string, to: string | null, published: string, value: number): DatedValue<number> {
  return { from: day(from), to: to === null ? null : day(to), published: day(published), value, source: text }
}

const price = parameter({
  key: 'financing/price',
  label: 'Un prix fictif',
  unit: 'euros',
  values: [
    dated('2021-01-01', '2021-12-31', '2020-12-01', 100),
    dated('2022-01-01', '2022-12-31', '2022-03-15', 110),
    // A second text corrects the end of 2022 after the fact.
    dated('2022-07-01', '2022-12-31', '2022-10-01', 115),
  ],
})

const wait = parameter({
  key: 'applications/wait',
  label: 'Une attente fictive',
  unit: 'jours',
  values: [dated('2020-01-01', null, '2019-12-01', 30)],
  derogable: {
    parse: (stored) => {
      if (!Number.isSafeInteger(stored)) throw new TypeError('whole days')
      return Number(stored)
    },
  },
})

const law = lawOf('v1', [price, wait])

function local(change: Partial<LocalValue> = {}): LocalValue {
  return {
    key: wait.key,
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    published: day('2025-12-01'),
    stored: 15,
    author: 'Comité de l’Aude',
    legalBasis: 'Charte',
    ...change,
  }
}

const waitOn = (one: typeof law, iso: string, knownOn?: string) => one.on(day(iso), knownOn ? { knownOn: day(knownOn) } : {}).get(wait)

test('a rule is answered with the figure of its day, on both sides of each change', () => {
  const priceOn = (iso: string) => law.on(day(iso)).get(price)
  assert.equal(priceOn('2021-01-01'), 100)
  assert.equal(priceOn('2021-12-31'), 100)
  assert.equal(priceOn('2022-01-01'), 110)
  assert.equal(priceOn('2022-06-30'), 110)
  assert.equal(priceOn('2022-07-01'), 115)
  assert.equal(priceOn('2022-12-31'), 115)
})

test("a day that no text covers is an error, never last year's figure", () => {
  for (const iso of ['2020-12-31', '2023-01-01']) {
    assert.throws(
      () => law.on(day(iso)).get(price),
      (fault: unknown) =>
        fault instanceof NoTextInForce && fault.parameter === price.key && fault.day === day(iso) && fault.message.includes(iso),
    )
    assert.equal(law.on(day(iso)).find(price), undefined)
  }
})

test('a text is known from the day of its publication, not the day before', () => {
  const known = (iso: string, knownOn: string) => law.on(day(iso), { knownOn: day(knownOn) }).find(price)?.value
  assert.equal(known('2022-02-01', '2022-03-14'), undefined)
  assert.equal(known('2022-02-01', '2022-03-15'), 110)
  assert.equal(known('2022-08-01', '2022-09-30'), 110)
  assert.equal(known('2022-08-01', '2022-10-01'), 115)
})

test('a figure is found with its source', () => {
  assert.deepEqual(law.on(day('2021-06-01')).find(price), price.values[0])
})

test('a local decision stands before the national figure, between its two days only', () => {
  const aude = law.with([local()])
  assert.equal(waitOn(aude, '2025-12-31'), 30)
  assert.equal(waitOn(aude, '2026-01-01'), 15)
  assert.equal(waitOn(aude, '2026-12-31'), 15)
  assert.equal(waitOn(aude, '2027-01-01'), 30)
  assert.equal(waitOn(law, '2026-06-01'), 30)
})

test('a local decision is known from its publication', () => {
  const aude = law.with([local()])
  assert.equal(waitOn(aude, '2026-06-01', '2025-11-30'), 30)
  assert.equal(waitOn(aude, '2026-06-01', '2025-12-01'), 15)
})

test('a local decision carries who decided and on which legal base', () => {
  assert.deepEqual(law.with([local()]).on(day('2026-06-01')).find(wait)?.source, {
    article: 'Charte',
    title: 'Comité de l’Aude',
    confidence: 'text',
  })
})

test("a structure's decision stands before its territory's, even an older one", () => {
  const structure = local({ stored: 10, published: day('2025-01-01'), from: day('2026-03-01'), author: 'Structure' })
  const both = law.with([local()]).with([structure])
  assert.equal(waitOn(both, '2026-02-28'), 15)
  assert.equal(waitOn(both, '2026-03-01'), 10)
})

test('a figure that is not derogable accepts no local decision, nor does an unknown one', () => {
  assert.throws(() => law.with([local({ key: price.key })]), /financing\/price accepts no local decision/)
  assert.throws(() => law.with([local({ key: 'financing/unknown' })]), /financing\/unknown accepts no local decision/)
})

test('a local decision is read when it enters the law, and what cannot be read stops there', () => {
  assert.throws(() => law.with([local({ stored: 'x' })]), TypeError)
})

test('a local decision does not end before it begins', () => {
  assert.throws(() => law.with([local({ to: day('2025-12-31') })]), /ends after it begins/)
  assert.equal(waitOn(law.with([local({ to: day('2026-01-01') })]), '2026-01-01'), 15)
})

test('two decisions of one authority for one day are told apart by their publication, or refused', () => {
  const other = local({ from: day('2026-12-31'), to: null, stored: 20 })
  assert.throws(() => law.with([local(), other]), /one local decision published on 2025-12-01/)
  assert.equal(waitOn(law.with([local(), { ...other, from: day('2027-01-01') }]), '2027-01-01'), 20)
  assert.equal(waitOn(law.with([local(), { ...other, published: day('2026-06-01') }]), '2026-12-31'), 20)
})

test('the version depends on the content of local decisions, not on their order nor on their number', () => {
  const aude = law.with([local()]).version
  assert.equal(law.with([]).version, 'v1')
  assert.match(aude, /^v1\+[0-9a-f]{16}$/)
  assert.equal(law.with([local()]).version, aude)
  assert.equal(law.with([{ ...local(), stored: 15 }]).version, aude)
  for (const change of [{ stored: 16 }, { to: null }, { author: 'Autre' }, { published: day('2025-12-02') }])
    assert.notEqual(law.with([local(change)]).version, aude, JSON.stringify(change))
  const later = local({ from: day('2027-01-01'), to: null })
  assert.equal(law.with([local(), later]).version, law.with([later, local()]).version)
  assert.notEqual(law.with([local(), later]).version, law.with([local()]).with([later]).version)
})

test('each parameter has its own key, and a rule asks only for those of its law', () => {
  assert.throws(() => lawOf('v1', [price, price]), /its own key/)
  assert.throws(() => lawOf('v1', [price]).on(day('2026-01-01')).get(wait), /applications\/wait is a parameter of this law/)
})
