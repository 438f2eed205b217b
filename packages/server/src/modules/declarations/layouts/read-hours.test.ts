import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHours } from './read-hours.ts'

const hoursIn = (typed: string) => {
  const read = readHours(typed)
  return 'value' in read ? read.value : read.why
}

for (const [typed, hundredths] of [
  ['0', 0],
  ['35', 3500],
  ['35,5', 3550],
  ['35.5', 3550],
  ['35h30', 3550],
  ['35 h 30', 3550],
  ['35H', 3500],
  ['35:30', 3550],
  ['35:30:00', 3550],
  ['35h05', 3508],
  ['35h5', 3508],
  ['112,67 h', 11267],
  ['112,67 heures', 11267],
  ['1 607,00', 160_700],
  ['1\u202f607', 160_700],
  ['112,666666667', 11267],
  ['800', 80_000],
] as const)
  test(`« ${typed} » is ${hundredths} hundredths of an hour`, () => assert.equal(hoursIn(typed), hundredths))

for (const [typed, why] of [
  ['-7', /« -7 » est négatif/],
  ['35h75', /n’est pas un nombre d’heures/],
  ['35h30min', /n’est pas un nombre d’heures/],
  ['beaucoup', /n’est pas un nombre d’heures : écrivez par exemple/],
  ['12,5,6', /n’est pas un nombre d’heures/],
  ['1234567', /n’est pas un nombre d’heures/],
] as const)
  test(`« ${typed} » is no number of hours`, () => assert.match(String(hoursIn(typed)), why))
