import { type Month, monthOf, parseMonth } from '@maillage/kernel'
import { quoted, type Read } from './read-cell.ts'
import { fullYear, monthNamed, readDate } from './read-date.ts'

const monthAt = (year: number, month: number): Month | undefined => parseMonth(`${year}-${String(month).padStart(2, '0')}`)

function monthIn(typed: string): Month | undefined {
  const bare = typed.trim()
  const iso = /^((?:19|20)\d{2})[-/. ]?(\d{1,2})$/.exec(bare)
  if (iso) return monthAt(Number(iso[1]), Number(iso[2]))
  const french = /^(\d{1,2})[-/. ]?((?:19|20)\d{2})$/.exec(bare) ?? /^(\d{1,2})[-/.](\d{2})$/.exec(bare)
  if (french) return monthAt(fullYear(french[2] ?? ''), Number(french[1]))
  const named = /^([\p{L}.]+)[\s-]*(\d{4}|\d{2})$/u.exec(bare)
  const rank = named && monthNamed(named[1] ?? '')
  return named && rank ? monthAt(fullYear(named[2] ?? ''), rank) : undefined
}

/**
 * A month as a payroll file writes it: 07/2026, 2026-07, 202607, juillet 2026, juil-26, or any day of it.
 * @example readMonth('juil. 26') // { value: month('2026-07') }
 */
export function readMonth(typed: string): Read<Month> {
  const month = monthIn(typed)
  if (month !== undefined) return { value: month }
  const day = readDate(typed)
  if ('value' in day) return { value: monthOf(day.value) }
  return { why: `${quoted(typed)} n’est pas un mois : écrivez mois/année, par exemple 07/2026` }
}
