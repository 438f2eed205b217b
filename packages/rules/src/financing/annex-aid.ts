import {
  type CalendarDate,
  type CentiHours,
  type Cents,
  centiHours,
  cents,
  daysOf,
  type Explained,
  explained,
  invariant,
  type Law,
  type Month,
  type SiaeKind,
  type Source,
  type Step,
  share,
} from '@maillage/kernel'
import { type AnnexSegment, annexSegments, annualFte, type FinancialAnnex, postMonths, postsOf } from '../agreements/index.ts'
import { fteRoundingForMoney, hoursOfOneFte } from '../parameters/full-time-equivalent.ts'
import { cappingFrame } from '../parameters/job-aid-payment.ts'
import { labourCode } from '../parameters/texts.ts'
import { type Ratio, type Rounding, ratio, roundedRatio, shownRatio } from '../ratio.ts'
import { centiHoursOfOneFte } from './fte-of-hours.ts'
import { type FinancingSteps, financingStep } from './steps.ts'
import { type Priced, type UnitAmount, unitAmount } from './unit-amount.ts'

/** Hours of a month that count for the aid. `percent` below 100: those of an inclusion contract after its first year. */
export interface WorkedMonth {
  readonly month: Month
  readonly hours: CentiHours
  readonly percent?: number
}

export interface AidRequest {
  readonly kind: SiaeKind
  /** Null: no annex was signed yet. */
  readonly annex: FinancialAnnex | null
  readonly worked: readonly WorkedMonth[]
  /** What was known of the annex that day; the law itself is read as it is known now. */
  readonly knownOn?: CalendarDate
}

/** A month without annex: its hours are kept, its aid is neither paid nor zero. */
export interface AwaitedMonth {
  readonly month: Month
  readonly hours: CentiHours
  readonly realised: Ratio
}

export interface AidMonth extends AwaitedMonth {
  /** Full-time equivalents paid for, once the annex has capped the total. */
  readonly counted: Ratio
  /** Price of one full-time equivalent on the days of the work. */
  readonly price: Cents
  readonly amount: Cents
  readonly byState: Cents
  readonly byDepartement: Cents
  /** Amount since the beginning of the annex: what an adjustment compares. */
  readonly cumulated: Cents
}

export type AnnexAid =
  | { readonly state: 'awaiting-annex'; readonly awaiting: readonly AwaitedMonth[] }
  | {
      readonly state: 'computed' | 'partly-awaiting-annex'
      readonly months: readonly AidMonth[]
      readonly awaiting: readonly AwaitedMonth[]
      readonly agreed: Ratio
      readonly realised: Ratio
      readonly counted: Ratio
      /** Realised beyond what the annex opens: recorded, not paid. */
      readonly beyond: Ratio
      readonly amount: Cents
      readonly byState: Cents
      readonly byDepartement: Cents
    }

export interface Computation {
  readonly value: AnnexAid
  readonly prices: readonly Source[]
}

/** One full-time equivalent is `hours × 1200` units: hundredths of posts × months and hundredths of hours are then both integers. */
const UNITS = 1200

/**
 * Entries by month, those of one rate together, so that a rounding is made once for the month and not once a person. Inside a month the hours at the full
 * rate are taken first: no text says which of the hours of a month are beyond the annex.
 */
function inOrder(worked: readonly WorkedMonth[]): Required<WorkedMonth>[] {
  const found: Required<WorkedMonth>[] = []
  for (const { month, hours, percent = 100 } of worked.toSorted((a, b) => a.month - b.month || (b.percent ?? 100) - (a.percent ?? 100))) {
    invariant(hours >= 0, 'worked hours are not below zero')
    const last = found.at(-1)
    if (last?.month === month && last.percent === percent) found[found.length - 1] = { ...last, hours: centiHours(last.hours + hours) }
    else found.push({ month, hours, percent })
  }
  return found
}

function nearestCents(numerator: bigint, denominator: bigint): Cents {
  return cents(Number((numerator * 2n + denominator) / (denominator * 2n)))
}

/** Units counted once rounded as the text says; `one` units make a full-time equivalent. */
function roundedUnits(units: number, one: number, rounding: Rounding): number {
  if (rounding === 'exact') return units
  const { numerator, denominator } = roundedRatio(ratio(units, one), rounding)
  invariant(one % denominator === 0, 'a rounded full-time equivalent is a whole number of units')
  return numerator * (one / denominator)
}

function awaited(law: Law, { kind, worked }: AidRequest): Computation {
  const awaiting = inOrder(worked).map(({ month, hours }) => ({
    month,
    hours,
    realised: ratio(hours, centiHoursOfOneFte(law, { kind }, daysOf(month).first)),
  }))
  return { value: { state: 'awaiting-annex', awaiting }, prices: [] }
}

/** What a full-time equivalent is worth on a day: as a text gives it, or as a projection estimates it. */
export type PriceOf = (law: Law, priced: Priced, on: CalendarDate) => UnitAmount

function computed(law: Law, request: AidRequest, annex: FinancialAnnex, segments: readonly AnnexSegment[], priceOf: PriceOf): Computation {
  const { kind, worked } = request
  const begins = law.on(annex.period.first)
  const rounding = begins.get(fteRoundingForMoney)
  const hoursOfOne = centiHoursOfOneFte(law, annex, annex.period.first)
  const one = hoursOfOne * UNITS
  const opened = postMonths(segments)
  const limit = opened * hoursOfOne
  const { departement: paidByDepartement, total } = annex.cofinancing ?? { departement: cents(0), total: cents(0) }
  const departementOf = (amount: Cents) => (total > 0 ? share(amount, paidByDepartement, total) : cents(0))

  const months: AidMonth[] = []
  const awaiting: AwaitedMonth[] = []
  const prices: Source[] = []
  let [realisedUnits, countedUnits] = [0, 0]
  let money = 0n
  let [amountBefore, departementBefore] = [cents(0), cents(0)]
  const entries = inOrder(worked)
  for (let at = 0; at < entries.length; ) {
    const month = entries[at]?.month
    invariant(month !== undefined, 'an entry has its month')
    let [hours, counted] = [0, 0]
    const price = postsOf(segments, month) === undefined ? undefined : priceOf(law, { ...annex, kind }, daysOf(month).first)
    for (let entry = entries[at]; entry?.month === month; entry = entries[++at]) {
      hours += entry.hours
      if (!price) continue
      const units = Math.min(roundedUnits(entry.hours * UNITS, one, rounding), limit - countedUnits - counted)
      counted += units
      money += BigInt(units) * BigInt(price.amount * entry.percent)
    }
    const seen = { month, hours: centiHours(hours), realised: ratio(hours, hoursOfOne) }
    if (!price) {
      awaiting.push(seen)
      continue
    }
    realisedUnits += hours * UNITS
    countedUnits += counted
    const cumulated = nearestCents(money, BigInt(one) * 100n)
    const departementNow = departementOf(cumulated)
    const amount = cents(cumulated - amountBefore)
    const byDepartement = cents(departementNow - departementBefore)
    months.push({
      ...seen,
      counted: ratio(counted, one),
      price: price.amount,
      amount,
      byState: cents(amount - byDepartement),
      byDepartement,
      cumulated,
    })
    prices.push(price.source)
    ;[amountBefore, departementBefore] = [cumulated, departementNow]
  }
  const [realised, counted] = [ratio(realisedUnits, one), ratio(countedUnits, one)]
  return {
    prices,
    value: {
      state: awaiting.length === 0 ? 'computed' : 'partly-awaiting-annex',
      months,
      awaiting,
      agreed: annualFte(opened),
      realised,
      counted,
      beyond: ratio(Math.max(0, realisedUnits - limit), one),
      amount: amountBefore,
      byState: cents(amountBefore - departementBefore),
      byDepartement: departementBefore,
    },
  }
}

function stepsOf(law: Law, { kind, annex, knownOn }: AidRequest, { value, prices }: Computation): Step<keyof FinancingSteps>[] {
  const found: Step<keyof FinancingSteps>[] = []
  const [earliest] = value.awaiting
  const on = annex?.period.first ?? (earliest && daysOf(earliest.month).first)
  if (on !== undefined) {
    const centiHours = centiHoursOfOneFte(law, annex ?? { kind }, on)
    const fromAnnex = annex?.hoursOfOneFte !== undefined
    const source = fromAnnex ? undefined : law.on(on).find(hoursOfOneFte)?.source
    found.push(financingStep('financing/hours-of-one-fte', { kind, centiHours, fromAnnex }, centiHours, source ? { source } : {}))
  }
  for (const { month, hours, realised } of value.awaiting)
    found.push(financingStep('financing/month-awaiting-annex', { month, centiHours: hours, realised: shownRatio(realised) }, null))
  if (value.state === 'awaiting-annex') return found
  const agreed = shownRatio(value.agreed)
  found.push(financingStep('financing/agreed', { fte: agreed, knownOn: knownOn ?? null }, agreed))
  value.months.forEach(({ month, hours, realised, counted, price, amount }, index) => {
    const source = prices[index]
    found.push(
      financingStep(
        'financing/month',
        { month, centiHours: hours, realised: shownRatio(realised), counted: shownRatio(counted), cents: price, amount },
        amount,
        source ? { source } : {},
      ),
    )
  })
  const frame = annex ? law.on(annex.period.first).find(cappingFrame)?.source : undefined
  if (value.beyond.numerator > 0) {
    const inputs = { realised: shownRatio(value.realised), agreed, beyond: shownRatio(value.beyond) }
    found.push(financingStep('financing/capped', inputs, inputs.beyond, frame ? { source: frame } : {}))
  }
  found.push(financingStep('financing/total', { counted: shownRatio(value.counted), amount: value.amount }, value.amount))
  if (annex?.cofinancing)
    found.push(
      financingStep('financing/shares', { byState: value.byState, byDepartement: value.byDepartement }, value.amount, {
        source: labourCode('L5132-3-1', 'Participation du Département'),
      }),
    )
  return found
}

/** The aid at some prices, with what it rests on. */
export function aidAt(law: Law, request: AidRequest, priceOf: PriceOf): Computation {
  const { annex, knownOn } = request
  invariant(annex === null || annex.kind === request.kind, 'an annex is of the kind of its structure')
  const segments = annex ? annexSegments(law, annex, knownOn) : []
  return annex && segments.length > 0 ? computed(law, request, annex, segments, priceOf) : awaited(law, request)
}

/**
 * The base aid of an annex for the hours declared so far: each month at the price of the days of its work, the whole capped on the total of the
 * annex. Months above and below offset inside the annex: hours are taken in the order of the months until the annual posts are used up. Amounts
 * are cumulated exactly and each month is the difference of two cumulated amounts, so that the months sum to the annex to the cent.
 *
 * Months without a known annex are `awaiting`: their hours are kept, their aid is not zero. The Département's share is that of the annex.
 * Throws `NoTextInForce` for a month that no known order prices. Sources: R5132-8, -10-13, -24, -38; capping: usage, no text found.
 * @example annexAid(law, { kind: 'ACI', annex, worked: [{ month: month('2025-01'), hours: wholeHours(1000) }] }).value
 */
export function annexAid(law: Law, request: AidRequest): Explained<AnnexAid, keyof FinancingSteps> {
  const computation = aidAt(law, request, unitAmount)
  return explained('financing/annex-aid', 1, computation.value, () => stepsOf(law, request, computation))
}
