import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centiHours } from '@maillage/kernel'
import { hoursAndMinutes } from './hours-and-minutes.ts'

for (const [hundredths, said] of [
  [9100, '91 h'],
  [9825, '98 h 15'],
  [2605, '26 h 03'],
  [99, '0 h 59'],
  [100, '1 h'],
  [0, '0 h'],
] as const)
  test(`${hundredths} hundredths are said « ${said} »`, () => {
    assert.equal(hoursAndMinutes(centiHours(hundredths)).replaceAll('\u00a0', ' '), said)
  })
