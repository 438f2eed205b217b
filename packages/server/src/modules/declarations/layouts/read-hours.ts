import { type CentiHours, centiHours } from '@maillage/kernel'
import { quoted, type Read } from './read-cell.ts'

const FIGURE = /^(\d{1,6})(?:[.,](\d{1,15}))?$/
/** « 35h30 », « 35 h », « 35:30 », « 35:30:00 » */
const CLOCK = /^(\d{1,6})(?:h|:)(\d{1,2})?(?::(\d{2}))?$/i
const HUNDREDTHS = 100

/**
 * Hours as a payroll file writes them: 112,67 · 1 607,5 · 35h30 · 35:30. In hundredths; what has more decimals is rounded.
 * @example readHours('35h30') // { value: 3550 }
 */
export function readHours(typed: string): Read<CentiHours> {
  const bare = typed
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/(?:heures?|hrs?)\.?$/i, 'h')
  if (/^[-−]\d/.test(bare)) return { why: `${quoted(typed)} est négatif : écrivez les heures du mois, régularisation comprise` }
  const figure = FIGURE.exec(bare.replace(/(?<=[.,]\d+)h$/i, ''))
  if (figure) return { value: centiHours(Math.round(Number(`${figure[1]}.${figure[2] ?? '0'}`) * HUNDREDTHS)) }
  const clock = CLOCK.exec(bare)
  const minutes = Number(clock?.[2] ?? 0)
  if (!clock || minutes >= 60 || Number(clock[3] ?? 0) >= 60)
    return { why: `${quoted(typed)} n’est pas un nombre d’heures : écrivez par exemple 112,67 ou 112 h 40` }
  return { value: centiHours(Number(clock[1]) * HUNDREDTHS + Math.round((minutes * HUNDREDTHS) / 60)) }
}
