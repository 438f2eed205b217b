import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import fc from 'fast-check'
import { calendarFile, folded } from './calendar.ts'

const EVENT = {
  id: '0199',
  title: 'Rendez-vous Maillage',
  on: day('2026-12-01'),
  at: null,
  timeZone: 'Europe/Paris',
  stamp: Temporal.Instant.from('2026-11-21T09:00:00.123Z'),
}

test('a day without an hour is a whole day, which ends the day after', () => {
  assert.equal(
    calendarFile([EVENT]),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Maillage//Agenda//FR',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:0199@maillage',
      'DTSTAMP:20261121T090000Z',
      'DTSTART;VALUE=DATE:20261201',
      'DTEND;VALUE=DATE:20261202',
      'SUMMARY:Rendez-vous Maillage',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

for (const [place, timeZone, on, begins, ends] of [
  ['Paris in winter', 'Europe/Paris', '2026-12-01', '20261201T133000Z', '20261201T143000Z'],
  ['Paris in summer', 'Europe/Paris', '2026-07-01', '20260701T123000Z', '20260701T133000Z'],
  ['La Réunion', 'Indian/Reunion', '2026-12-01', '20261201T103000Z', '20261201T113000Z'],
  ['Martinique', 'America/Martinique', '2026-12-01', '20261201T183000Z', '20261201T193000Z'],
] as const)
  test(`half past two in ${place} is told in universal time`, () => {
    const file = calendarFile([{ ...EVENT, on: day(on), at: '14:30', timeZone }])
    assert.match(file, new RegExp(`DTSTART:${begins}\r\nDTEND:${ends}\r\n`))
  })

test('what the format keeps for itself is written apart, so that a title never opens another line', () => {
  assert.match(calendarFile([{ ...EVENT, title: 'A, B; C\\D\nEND:VEVENT' }]), /SUMMARY:A\\, B\\; C\\\\D\\nEND:VEVENT\r\n/)
})

test('a line is folded at seventy-five octets, no letter is cut, and unfolded it is the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !/[\r\n]/.test(text)),
      (text) => {
        const written = folded(text)
        assert.ok(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
        assert.equal(written.replaceAll('\r\n ', ''), text)
      },
    ),
  )
})
