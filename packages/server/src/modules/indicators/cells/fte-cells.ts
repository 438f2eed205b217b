import { type CalendarDate, daysOf, includes, type Law, type Month, monthOf } from '@maillage/kernel'
import { agreedFte } from '@maillage/rules/agreements'
import { fteOfHours } from '@maillage/rules/financing'
import { type Ratio, ratio, roundedRatio, sumRatios } from '@maillage/rules/statistics'
import type { StandingAnnex } from '../../agreements/index.ts'
import type { MonthState, MonthTotal } from '../../employment/index.ts'
import { MILLION } from '../model.ts'
import type { CellValue, CountedSiae } from './cell-value.ts'

interface Facts {
  readonly annexes: readonly StandingAnnex[]
  readonly sheets: readonly MonthState[]
  readonly totals: readonly MonthTotal[]
  readonly people: ReadonlyMap<Month, number>
}

const millionths = (value: Ratio): number => {
  const { numerator, denominator } = roundedRatio(value, { decimals: 6, towards: 'nearest' })
  return Math.round((numerator * MILLION) / denominator)
}

/**
 * Agreed and realised full-time equivalents of a structure, month by month, as they are known today: each one by itself (`all`), then where both are
 * known (`declared`, `with-annex`), which are the two that may be compared. A month nobody declared is a state, never a zero.
 */
export function fteCells(
  law: Law,
  { kind, open }: CountedSiae,
  months: readonly Month[],
  today: CalendarDate,
  { annexes, sheets, totals, people }: Facts,
): readonly CellValue[] {
  const validated = new Set(sheets.filter(({ state }) => state !== 'draft' && state !== 'missing').map(({ month }) => month))
  return months.flatMap((month): CellValue[] => {
    const { first, last } = daysOf(month)
    const covering = annexes.flatMap((each) => {
      const { value } = agreedFte(law, each.annex, { month, knownOn: today })
      return value.state === 'agreed' ? [{ ...each, fte: value.fte }] : []
    })
    const declared = validated.has(month)
    const ofMonth = totals.filter((each) => each.month === month)
    const expected = declared || covering.length > 0 || (people.get(month) ?? 0) > 0
    if (!expected || last < open.first || (open.last !== null && open.last < first)) return []
    const agreed = covering.length === 0 ? null : millionths(sumRatios(covering.map(({ fte }) => fte)))
    const realised = !declared
      ? null
      : millionths(
          sumRatios(
            ofMonth.map(({ counted, measure }) => {
              const hours = covering.find(({ annex }) => annex.measure === measure)?.annex.hoursOfOneFte
              return counted === 0 ? ratio(0) : fteOfHours(law, { kind, ...(hours ? { hoursOfOneFte: hours } : {}) }, counted, first)
            }),
          ),
        )
    // A person at two places of work is in two totals: the largest one is a number of people that is surely reached.
    const behind = Math.max(0, ...ofMonth.map((each) => each.people))
    const cell = (
      indicator: 'agreed-fte' | 'realised-fte',
      dimension: string,
      numerator: number | null,
      why: CellValue['state'],
    ): CellValue => ({
      indicator,
      month,
      dimension,
      state: numerator === null ? why : 'known',
      numerator,
      denominator: numerator === null ? null : MILLION,
      people: indicator === 'realised-fte' && numerator !== null ? behind : 0,
    })
    const undeclared = month >= monthOf(today) && includes({ first, last }, today) ? 'too-early' : 'not-declared'
    return [
      cell('agreed-fte', 'all', agreed, 'not-declared'),
      cell('realised-fte', 'all', realised, undeclared),
      ...(agreed === null || realised === null
        ? []
        : [cell('agreed-fte', 'declared', agreed, 'not-declared'), cell('realised-fte', 'with-annex', realised, undeclared)]),
    ]
  })
}
