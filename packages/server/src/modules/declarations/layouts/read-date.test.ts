import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '@maillage/kernel'
import { readBirth, readDate } from './read-date.ts'

const dateIn = (typed: string) => {
  const read = readDate(typed)
  return 'value' in read ? isoDate(read.value) : read.why
}

for (const [typed, date] of [
  ['05/01/2026', '2026-01-05'],
  ['5/1/2026', '2026-01-05'],
  ['5-1-26', '2026-01-05'],
  ['05.01.2026', '2026-01-05'],
  ['2026-01-05', '2026-01-05'],
  ['2026-01-05T00:00:00', '2026-01-05'],
  ['05/01/2026 00:00', '2026-01-05'],
  ['5 janvier 2026', '2026-01-05'],
  ['1er août 2026', '2026-08-01'],
  ['14-juil-26', '2026-07-14'],
  ['03051990', '1990-05-03'],
  ['03/05/68', '1968-05-03'],
  // 44197 is 1 January 2021 in every spreadsheet
  ['44197', '2021-01-01'],
  ['44197,0', '2021-01-01'],
  ['29/02/2024', '2024-02-29'],
] as const)
  test(`« ${typed} » is ${date}`, () => assert.equal(dateIn(typed), date))

for (const [typed, why] of [
  ['31/02/1990', /« 31\/02\/1990 » n’existe pas/],
  ['29/02/2026', /n’existe pas/],
  ['00/05/2026', /n’existe pas/],
  ['05/13/2026', /n’existe pas/],
  ['janvier', /n’est pas une date : écrivez jour\/mois\/année/],
  ['11300000', /n’est pas une date/],
  ['99999', /n’est pas une date/],
  ['1,5', /n’est pas une date/],
  [`${'x'.repeat(60)}`, /« x{40}… »/],
] as const)
  test(`« ${typed} » is no day`, () => assert.match(dateIn(typed), why))

for (const [typed, date, precision] of [
  ['03/05/1990', '1990-05-03', 'day'],
  ['00/00/1968', '1968-01-01', 'year'],
  ['1968', '1968-01-01', 'year'],
  ['00/05/1968', '1968-05-01', 'month'],
  ['05/1968', '1968-05-01', 'month'],
] as const)
  test(`a birth « ${typed} » is known to the ${precision}`, () => {
    const read = readBirth(typed)
    assert.ok('value' in read)
    assert.deepEqual([isoDate(read.value.date), read.value.precision], [date, precision])
  })

test('a birth in a thirteenth month is none', () => assert.ok('why' in readBirth('13/1968') && 'why' in readBirth('00/13/1968')))
