import { addDays, type CalendarDate, isoDate } from '@maillage/kernel'

/** A moment in somebody's calendar: a whole day when no hour is fixed. */
export interface CalendarEvent {
  /** The same each time it is written: a calendar then replaces what it had. */
  readonly id: string
  readonly title: string
  readonly on: CalendarDate
  /** `14:30`, as clocks say it in `timeZone` */
  readonly at: string | null
  readonly timeZone: string
  /** When it was last written */
  readonly stamp: Temporal.Instant
}

const LINE = 75
const HOUR_LONG = { hours: 1 } as const

/** Of a text, what the format keeps for itself (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (each) => `\\${each}`).replace(/\r\n|\r|\n/g, '\\n')

/** A line of at most seventy-five octets, then others that begin with a space; a letter of several octets is never cut (3.1). */
export function folded(line: string): string {
  const lines = ['']
  let octets = 0
  for (const letter of line) {
    const length = Buffer.byteLength(letter)
    if (octets + length > LINE) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += letter
    octets += length
  }
  return lines.join('\r\n')
}

const compact = (written: string) => written.replace(/[-:]/g, '')
/** In universal time: no calendar then needs to know the rules of a time zone. */
const instant = (moment: Temporal.Instant) => compact(`${moment.toString({ smallestUnit: 'second' })}`)

function moments({ on, at, timeZone }: CalendarEvent): readonly string[] {
  if (at === null) return [`DTSTART;VALUE=DATE:${compact(isoDate(on))}`, `DTEND;VALUE=DATE:${compact(isoDate(addDays(on, 1)))}`]
  const begins = Temporal.PlainDate.from(isoDate(on)).toZonedDateTime({ timeZone, plainTime: at }).toInstant()
  return [`DTSTART:${instant(begins)}`, `DTEND:${instant(begins.add(HOUR_LONG))}`]
}

const event = (of: CalendarEvent): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${of.id}@maillage`,
  `DTSTAMP:${instant(of.stamp)}`,
  ...moments(of),
  `SUMMARY:${escaped(of.title)}`,
  // Whoever looks over a shoulder at a shared calendar reads « busy », whatever the title.
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/**
 * A calendar file (RFC 5545). Written by hand: three properties with a date, one with a text and the folding of lines, which a library would bring
 * with a thousand more.
 */
export const calendarFile = (events: readonly CalendarEvent[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Maillage//Agenda//FR', 'CALSCALE:GREGORIAN', ...events.flatMap(event), 'END:VCALENDAR']
    .map((line) => `${folded(line)}\r\n`)
    .join('')
