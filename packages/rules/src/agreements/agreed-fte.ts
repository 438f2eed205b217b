import {
  type CalendarDate,
  type Explained,
  explained,
  type Law,
  type Month,
  monthOf,
  monthsLater,
  type Period,
  type Step,
} from '@maillage/kernel'
import { stateDashboards } from '../parameters/texts.ts'
import { type Ratio, ratio, shownRatio } from '../ratio.ts'
import type { FinancialAnnex } from './annex.ts'
import { type AnnexSegment, annexSegments, monthsIn } from './segments.ts'
import { type AgreementSteps, agreementStep } from './steps.ts'

/** A day, a month, or the months of a period; `knownOn`: what was known then. */
export type AnnexMoment = { readonly knownOn?: CalendarDate } & (
  | { readonly on: CalendarDate }
  | { readonly month: Month }
  | { readonly period: Period }
)

/**
 * Agreed full-time equivalents. Of a month or a period: annual, posts × months / 12. Of a day: the posts open that day.
 * Months without a known annex are named, and are never counted as zero.
 */
export type AgreedFte =
  | { readonly state: 'agreed'; readonly fte: Ratio }
  | { readonly state: 'partly-awaiting-annex'; readonly fte: Ratio; readonly awaiting: readonly Month[] }
  | { readonly state: 'awaiting-annex'; readonly awaiting: readonly Month[] }

/** Posts × months of segments, in hundredths of a post. */
export function postMonths(segments: readonly AnnexSegment[]): number {
  return segments.reduce((sum, each) => sum + each.posts * monthsIn(each), 0)
}

/** Hundredths of a post × months → annual full-time equivalents. @example annualFte(1000 * 12) // 10 */
export function annualFte(centiPostMonths: number): Ratio {
  return ratio(centiPostMonths, 1200)
}

function clipped(segments: readonly AnnexSegment[], first: Month, last: Month): AnnexSegment[] {
  return segments
    .filter((each) => each.first <= last && first <= each.last)
    .map((each) => ({ ...each, first: each.first > first ? each.first : first, last: each.last < last ? each.last : last }))
}

function missing(segments: readonly AnnexSegment[], first: Month, last: Month): Month[] {
  const found: Month[] = []
  for (let month = first; month <= last; month = monthsLater(month, 1))
    if (!segments.some((each) => each.first <= month && month <= each.last)) found.push(month)
  return found
}

function stepsOf(segments: readonly AnnexSegment[], awaiting: readonly Month[], { knownOn }: AnnexMoment): Step<keyof AgreementSteps>[] {
  const source = stateDashboards('Postes multipliés par les mois, divisés par douze ; mois commencés comptés')
  const total = postMonths(segments)
  const [first, last] = [awaiting[0], awaiting.at(-1)]
  return [
    ...(knownOn === undefined ? [] : [agreementStep('agreements/as-known', { knownOn }, knownOn)]),
    ...segments.map((each) =>
      agreementStep(
        'agreements/segment',
        { firstMonth: each.first, lastMonth: each.last, months: monthsIn(each), centiPosts: each.posts, amendedOn: each.amendedOn },
        each.posts * monthsIn(each),
        { source },
      ),
    ),
    ...(first === undefined || last === undefined
      ? []
      : [agreementStep('agreements/awaiting-annex', { firstMonth: first, lastMonth: last, months: awaiting.length }, null)]),
    ...(segments.length === 0
      ? []
      : [agreementStep('agreements/agreed-total', { centiPostMonths: total, fte: shownRatio(annualFte(total)) }, total, { source })]),
  ]
}

/**
 * The full-time equivalents that an annex opens: the sum over its segments of posts × months / 12 for a month or a period, the posts of a day.
 * Before the annex is signed, and in months it does not cover, the answer is « en attente d'annexe », never 0.
 * Source: public code of the State's dashboards. Throws `NoTextInForce` for an amendment inside a month before 2014.
 * @example agreedFte(law, annex, { period, knownOn: day('2025-05-31') }).value // what was known on 31 May
 */
export function agreedFte(law: Law, annex: FinancialAnnex, moment: AnnexMoment): Explained<AgreedFte, keyof AgreementSteps> {
  const all = annexSegments(law, annex, moment.knownOn)
  const first = 'month' in moment ? moment.month : monthOf('on' in moment ? moment.on : moment.period.first)
  const last = 'month' in moment ? moment.month : monthOf('on' in moment ? moment.on : moment.period.last)
  const segments = clipped(all, first, last)
  const awaiting = missing(all, first, last)
  const total = postMonths(segments)
  const fte = 'on' in moment ? ratio(total, 100) : annualFte(total)
  const value: AgreedFte =
    segments.length === 0
      ? { state: 'awaiting-annex', awaiting }
      : awaiting.length > 0
        ? { state: 'partly-awaiting-annex', fte, awaiting }
        : { state: 'agreed', fte }
  return explained('agreements/agreed-fte', 1, value, () => stepsOf(segments, awaiting, moment))
}
