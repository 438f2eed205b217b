import { type CentiHours, centiHours, type Law, type Month, type SiaeKind } from '@maillage/kernel'
import { hoursThatCount } from '@maillage/rules/employment'
import { inclusionContractPercent } from '@maillage/rules/financing'
import type { ContractDays, HoursMeasure } from './model-months.ts'

/** Hours of a stay in a month at one place of work, with its contracts of that month; `paid` and `worked` null: not known. No name. */
export interface MonthLine {
  readonly stayId: string
  readonly personId: string
  /** Null: nothing was typed for this stay. */
  readonly hoursId: string | null
  readonly worksiteId: string | null
  readonly measure: HoursMeasure
  readonly paid: CentiHours | null
  readonly worked: CentiHours | null
  readonly contracts: readonly ContractDays[]
}

/** What is read outside: hours of one place of work, one measure and one percent. */
export interface LineTotal {
  readonly worksiteId: string | null
  readonly measure: HoursMeasure
  readonly percent: number
  readonly people: number
  readonly counted: CentiHours
  readonly paid: CentiHours
  readonly worked: CentiHours
  readonly heldBack: CentiHours
}

export interface TotalledMonth {
  readonly totals: readonly LineTotal[]
  /** Who has a contract in the month, or hours, and lacks those that the aid counts. */
  readonly missing: readonly { readonly stayId: string; readonly which: 'paid' | 'worked' }[]
}

const plus = (a: CentiHours, b: CentiHours | null) => centiHours(a + (b ?? 0))
const NONE = centiHours(0)

/** Below 100 after the first year of an open-ended inclusion contract. */
function percentOf(law: Law, month: Month, contracts: readonly ContractDays[]): number {
  const inclusion = contracts.filter(({ type }) => type === 'CDI_INCLUSION').toSorted((a, b) => a.first - b.first)[0]
  return inclusion ? inclusionContractPercent(law, inclusion.first, month) : 100
}

/**
 * The totals of a month by place of work, measure and percent. Hours that no contract covers are held back: kept, in no other total, until it is settled.
 * @example totalMonth(law, 'ACI', month, lines).totals[0]?.counted
 */
export function totalMonth(law: Law, kind: SiaeKind, month: Month, lines: readonly MonthLine[]): TotalledMonth {
  const totals = new Map<string, LineTotal>()
  const persons = new Map<string, Set<string>>()
  const missing = new Map<string, TotalledMonth['missing'][number]>()
  for (const { stayId, personId, hoursId, worksiteId, measure, paid, worked, contracts } of lines) {
    const counted = hoursThatCount(law, kind, month, { paid, worked })
    if (counted.state === 'missing') {
      missing.set(stayId, { stayId, which: counted.which })
      continue
    }
    if (hoursId === null) continue
    const percent = percentOf(law, month, contracts)
    const key = `${worksiteId}/${measure}/${percent}`
    const empty = {
      worksiteId,
      measure,
      percent,
      people: 0,
      counted: NONE,
      paid: NONE,
      worked: NONE,
      heldBack: NONE,
    }
    const before = totals.get(key) ?? empty
    // Somebody declared with no hour at all is not counted among the people of the line.
    const here = persons.get(key) ?? new Set<string>()
    persons.set(key, counted.hours > 0 ? here.add(personId) : here)
    const people = here.size
    totals.set(
      key,
      contracts.length === 0
        ? { ...before, people, heldBack: plus(before.heldBack, counted.hours) }
        : {
            ...before,
            people,
            counted: plus(before.counted, counted.hours),
            paid: plus(before.paid, paid),
            worked: plus(before.worked, worked),
          },
    )
  }
  return {
    totals: [...totals.values()].toSorted(
      (a, b) => b.percent - a.percent || a.measure.localeCompare(b.measure) || (a.worksiteId ?? '').localeCompare(b.worksiteId ?? ''),
    ),
    missing: [...missing.values()],
  }
}

/** What a reader saw before confirming: when it changes meanwhile, they read it again. */
export const printOf = (totals: readonly LineTotal[]): string =>
  totals
    .map((each) =>
      [each.worksiteId ?? '', each.measure, each.percent, each.people, each.counted, each.paid, each.worked, each.heldBack].join(':'),
    )
    .toSorted()
    .join(' ')
