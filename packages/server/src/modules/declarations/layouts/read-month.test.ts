import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoMonth } from '@maillage/kernel'
import { readMonth } from './read-month.ts'

const monthIn = (typed: string) => {
  const read = readMonth(typed)
  return 'value' in read ? isoMonth(read.value) : read.why
}

for (const [typed, month] of [
  ['07/2026', '2026-07'],
  ['7-26', '2026-07'],
  ['2026-07', '2026-07'],
  ['202607', '2026-07'],
  ['072026', '2026-07'],
  ['juillet 2026', '2026-07'],
  ['Juil. 26', '2026-07'],
  ['FÉVRIER 2026', '2026-02'],
  ['juin-26', '2026-06'],
  ['31/07/2026', '2026-07'],
] as const)
  test(`« ${typed} » is ${month}`, () => assert.equal(monthIn(typed), month))

for (const typed of ['13/2026', 'été 2026', '7', 'juillet'])
  test(`« ${typed} » is no month`, () => assert.match(monthIn(typed), /n’est pas un mois : écrivez mois\/année/))
