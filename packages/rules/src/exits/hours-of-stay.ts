import { type CalendarDate, type CentiHours, type Law, type Month, monthOf, monthsLater, type SiaeKind, sumHours } from '@maillage/kernel'
import { hoursThatCount } from '../employment/index.ts'
import { leastPresence } from '../parameters/exit-rules.ts'

/** Hours of one month of a stay, in their two counts; null: not known. */
export interface MonthOfStay {
  readonly month: Month
  readonly paid: CentiHours | null
  readonly worked: CentiHours | null
}

/**
 * The hours of a stay that decide whether its exit is counted: their sum when no month lacks, or as soon as it reaches what is asked, since more would
 * change nothing. Null when a month nobody filled in may decide.
 * @example hoursOfStay(law, { kind: 'AI', entry, exitOn, months }) // null: May is missing and 120 hours are known
 */
export function hoursOfStay(
  law: Law,
  {
    kind,
    entry,
    exitOn,
    months,
  }: {
    readonly kind: SiaeKind
    readonly entry: CalendarDate
    readonly exitOn: CalendarDate
    readonly months: readonly MonthOfStay[]
  },
): CentiHours | null {
  const counted = months.flatMap(({ month, ...hours }) => {
    const found = hoursThatCount(law, kind, month, hours)
    return found.state === 'counted' ? [{ month, hours: found.hours }] : []
  })
  const total = sumHours(counted.map(({ hours }) => hours))
  const known = new Set(counted.map(({ month }) => month))
  const until = monthOf(exitOn)
  let complete = true
  for (let of = monthOf(entry); of <= until; of = monthsLater(of, 1)) complete &&= known.has(of)
  const least = law.on(exitOn).get(leastPresence)[kind].hours
  return complete || (least > 0 && total >= least) ? total : null
}
