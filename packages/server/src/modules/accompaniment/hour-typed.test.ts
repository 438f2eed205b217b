import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hourTyped, shownHour } from './hour-typed.ts'

for (const [typed, hour] of [
  ['', null],
  ['9h', '09:00'],
  ['9', '09:00'],
  ['14:30', '14:30'],
  [' 14 h 30 ', '14:30'],
  ['0h05', '00:05'],
  ['23:59', '23:59'],
  ['24:00', undefined],
  ['14:60', undefined],
  ['14:3', undefined],
  ['matin', undefined],
] as const)
  test(`« ${typed} » is read as ${hour}`, () => assert.equal(hourTyped(typed), hour))

test('an hour shown and typed again is the same hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const written = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      return hourTyped(shownHour(written)) === written
    }),
  )
})
