import { type CalendarDate, type CentiHours, centiHours, dateOf, normalised, partsOf } from '@maillage/kernel'
import { type CellValue, isDay } from '../../../platform/uploads/tables.ts'

const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'] as const
const LONGER = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
] as const

/** A month written in letters, whole or cut: `févr.`, `sept`; 1 to 12. */
export function monthNamed(word: string): number | undefined {
  const text = normalised(word)
  if (text.length < 3) return undefined
  const at = LONGER.findIndex(
    (name, index) => name === text || (name.startsWith(text) && text.startsWith(MONTHS[index]?.slice(0, 3) ?? '?')),
  )
  return at < 0 ? undefined : at + 1
}

/** 24 is 2024, 98 is 1998: the days of a grid are near today. */
const wholeYear = (year: number, today: CalendarDate) =>
  year >= 100 ? year : year <= (partsOf(today).year % 100) + 5 ? 2000 + year : 1900 + year

const NUMBERS = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)/
const LETTERS = /(\d{1,2})\s*(?:er|ᵉʳ)?[\s.-]*(\p{L}{3,9})\.?[\s.-]*(\d{4}|\d{2})(?!\d)/iu
const ISO = /(\d{4})-(\d{2})-(\d{2})/

/** A day found in a text, and the text without it. */
export function dayInText(
  written: string,
  today: CalendarDate,
): { readonly day: CalendarDate; readonly rest: string } | 'no-such-day' | undefined {
  for (const [pattern, order] of [
    [ISO, 'iso'],
    [NUMBERS, 'numbers'],
    [LETTERS, 'letters'],
  ] as const) {
    const found = pattern.exec(written)
    if (!found) continue
    const [whole, a = '', b = '', c = ''] = found
    const month = order === 'letters' ? monthNamed(b) : Number(b)
    if (month === undefined) continue
    const day =
      order === 'iso'
        ? dateOf({ year: Number(a), month, day: Number(c) })
        : dateOf({ year: wholeYear(Number(c), today), month, day: Number(a) })
    if (day === undefined) return 'no-such-day'
    return { day, rest: `${written.slice(0, found.index)} ${written.slice(found.index + whole.length)}`.replace(/\s+/g, ' ').trim() }
  }
  return undefined
}

const SERIAL_FROM = 20_000
const SERIAL_TO = 60_000
const DAYS_FROM_1900_TO_1970 = 25_569

/** The number under which a spreadsheet keeps a day, when the cell has lost its format. */
function dayOfSerial(value: number): CalendarDate | undefined {
  if (!Number.isInteger(value) || value < SERIAL_FROM || value > SERIAL_TO) return undefined
  return dateOf(partsOf((value - DAYS_FROM_1900_TO_1970) as CalendarDate))
}

/** What an empty cell is called. */
const NOTHING = new Set(['', 'neant', 'nc', 'na', 'n a', 'sans objet', 'so', 'en cours', 'present', 'presente', 'aucun', 'aucune', 'ras'])

/** The text of a cell; null when it says nothing. */
export function textIn(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return null
  if (isDay(value)) {
    const { year, month, day } = partsOf(value.day)
    return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
  }
  const text = String(value)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  return NOTHING.has(normalised(text)) ? null : text
}

/** A day: of the spreadsheet, its number, or written. `unreadable` when the cell says something else. */
export function dayIn(value: CellValue | undefined, today: CalendarDate): CalendarDate | null | 'unreadable' | 'no-such-day' {
  if (isDay(value)) return value.day
  if (typeof value === 'number') return dayOfSerial(value) ?? 'unreadable'
  const text = textIn(value)
  if (text === null) return null
  if (/^\d{5}$/.test(text)) return dayOfSerial(Number(text)) ?? 'unreadable'
  const found = dayInText(text, today)
  if (found === undefined) return 'unreadable'
  if (found === 'no-such-day') return found
  return found.rest === '' || /^(le|du|au|depuis le)$/i.test(found.rest) ? found.day : 'unreadable'
}

/** Hundredths of an hour: `26`, `151,67`, `26 h`, `35h30`, `151:40`, `26 h / sem.`. */
export function hoursIn(value: CellValue | undefined): CentiHours | null | 'unreadable' {
  if (typeof value === 'number') return value >= 0 && value <= 10_000 ? centiHours(Math.round(value * 100)) : 'unreadable'
  const text = textIn(value)
  if (text === null) return null
  const found =
    /^(\d{1,4})(?:[.,](\d{1,2})|\s*[h:]\s*([0-5]?\d))?\s*(?:h(?:eures?)?)?\s*(?:\/|par)?\s*(?:sem(?:aine)?|mois|hebdo)?\.?$/i.exec(text)
  if (!found) return 'unreadable'
  const [, hours = '0', decimals, minutes] = found
  if (minutes !== undefined) return centiHours(Number(hours) * 100 + Math.round((Number(minutes) * 100) / 60))
  return centiHours(Number(hours) * 100 + Number((decimals ?? '').padEnd(2, '0')))
}

export function sexIn(value: CellValue | undefined): 'F' | 'M' | null | 'unreadable' {
  const text = textIn(value)
  if (text === null) return null
  const word = normalised(text)
  if (/^(f|femme|feminin|mme|madame|fille)$/.test(word)) return 'F'
  return /^(h|m|homme|masculin|mr|monsieur|garcon)$/.test(word) ? 'M' : 'unreadable'
}

export function ageIn(value: CellValue | undefined): number | null | 'unreadable' {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 14 && value <= 99 ? value : 'unreadable'
  const text = textIn(value)
  if (text === null) return null
  const found = /^(\d{2})\s*(?:ans?)?$/i.exec(text)
  return found && Number(found[1]) >= 14 ? Number(found[1]) : 'unreadable'
}

/** The letters of initials: `É. D.` → `ed`; undefined when the cell holds a name, a sentence or nothing. */
export function initialsIn(value: CellValue | undefined): string | undefined {
  const text = textIn(value)
  if (text === null) return undefined
  const letters = normalised(text).replace(/ /g, '')
  const grouped = normalised(text).split(' ')
  return /^\p{L}{1,5}$/u.test(letters) && grouped.every((word) => word.length === 1 || word === letters) ? letters : undefined
}
