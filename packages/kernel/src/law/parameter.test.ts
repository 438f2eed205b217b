import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../calendar/calendar-date.ts'
import { source } from '../sources.ts'
import { parameter } from './parameter.ts'

function declared(...values: readonly (readonly [from: string, to: string | null, published: string])[]) {
  return parameter({
    key: 'financing/price',
    label: 'Un prix fictif',
    unit: 'euros',
    values: values.map(([from, to, published], value) => ({
      from: day(from),
      to: to === null ? null : day(to),
      published: day(published),
      value,
      source: source('Arrêté fictif', 'text'),
    })),
  })
}

test('a value may last one day but not end before it begins', () => {
  assert.equal(declared(['2026-01-01', '2026-01-01', '2026-01-01']).values.length, 1)
  assert.throws(() => declared(['2026-01-01', '2025-12-31', '2026-01-01']), /financing\/price has a value that ends before 2026-01-01/)
})

test('two values published on the same day do not cover one day', () => {
  assert.throws(
    () => declared(['2026-01-01', '2026-06-30', '2025-12-01'], ['2026-06-30', null, '2025-12-01']),
    /two values published on the same day/,
  )
  assert.throws(
    () => declared(['2026-07-01', null, '2025-12-01'], ['2026-01-01', null, '2025-12-01']),
    /two values published on the same day/,
  )
  assert.equal(declared(['2026-01-01', '2026-06-30', '2025-12-01'], ['2026-07-01', null, '2025-12-01']).values.length, 2)
})

test('a later publication may correct days already covered', () => {
  assert.equal(declared(['2026-01-01', null, '2025-12-01'], ['2026-03-01', null, '2026-05-01']).values.length, 2)
})
