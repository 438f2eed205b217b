import { type CalendarDate, daysOf, type Law, type Month } from '@maillage/kernel'
import { annexTotal, annualFte, type FinancialAnnex } from '../agreements/index.ts'
import { fteRoundingForComparison } from '../parameters/full-time-equivalent.ts'
import { compareRatios, minusRatio, type Ratio, ratio, roundedRatio, sumRatios } from '../ratio.ts'
import type { WorkedMonth } from './annex-aid.ts'
import { centiHoursOfOneFte } from './fte-of-hours.ts'

/** Realised against agreed, over the months declared only. */
export type Consumption =
  | { readonly state: 'awaiting-annex' }
  | { readonly state: 'nothing-declared'; readonly undeclared: readonly Month[] }
  | {
      readonly state: 'under' | 'over' | 'even'
      readonly realised: Ratio
      /** Agreed full-time equivalents of the declared months. */
      readonly agreed: Ratio
      readonly difference: Ratio
      /** Agreed full-time equivalents of the whole annex. */
      readonly ofAnnex: Ratio
      readonly undeclared: readonly Month[]
    }

/**
 * Whether an annex is under, over or even with its posts. Only months with a declaration are compared: a month nobody declared, or a month to come,
 * is named apart and is not a zero. Both sides are cut to two decimals before they are compared, as the State's dashboards do.
 * @example consumption(law, { annex, worked }).state // 'under'
 */
export function consumption(
  law: Law,
  request: { readonly annex: FinancialAnnex; readonly worked: readonly WorkedMonth[]; readonly knownOn?: CalendarDate },
): Consumption {
  const { annex, worked, knownOn } = request
  const { months, total } = annexTotal(law, annex, knownOn)
  if (total === null) return { state: 'awaiting-annex' }
  const declared = new Set(worked.map((each) => each.month))
  const undeclared = months.filter((each) => !declared.has(each.month)).map((each) => each.month)
  const seen = months.filter((each) => declared.has(each.month))
  if (seen.length === 0) return { state: 'nothing-declared', undeclared }
  const covered = new Set(seen.map((each) => each.month))
  const realised = sumRatios(
    worked
      .filter((each) => covered.has(each.month))
      .map(({ month, hours }) => ratio(hours, centiHoursOfOneFte(law, annex, daysOf(month).first))),
  )
  const agreed = annualFte(seen.reduce((sum, each) => sum + each.posts, 0))
  const rounding = law.on(annex.period.first).get(fteRoundingForComparison)
  const side = compareRatios(roundedRatio(realised, rounding), roundedRatio(agreed, rounding))
  return {
    state: side < 0 ? 'under' : side > 0 ? 'over' : 'even',
    realised,
    agreed,
    difference: minusRatio(realised, agreed),
    ofAnnex: total,
    undeclared,
  }
}
