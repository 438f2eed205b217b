import { type CalendarDate, isoDate, isoMonth, type Month, type Source } from '@maillage/kernel'
import type { AgreementAnomalies, AgreementSteps } from '../agreements/index.ts'
import type { ApplicationRefusals } from '../applications/index.ts'
import type { EligibilityRefusals, EligibilitySteps } from '../eligibility/index.ts'
import type { EmploymentAnomalies, EmploymentRefusals } from '../employment/index.ts'
import type { ExitAnomalies, ExitSteps } from '../exits/index.ts'
import type { FinancingAnomalies, FinancingSteps } from '../financing/index.ts'
import type { PassAnomalies, PassRefusals, PassSteps, ToolObjections } from '../pass-iae/index.ts'
import { type Ratio, shownRatio } from '../ratio.ts'

type Quoted = EligibilityRefusals &
  EligibilitySteps &
  PassRefusals &
  PassSteps &
  PassAnomalies &
  ToolObjections &
  ApplicationRefusals &
  AgreementSteps &
  AgreementAnomalies &
  EmploymentAnomalies &
  EmploymentRefusals &
  ExitSteps &
  ExitAnomalies &
  FinancingSteps &
  FinancingAnomalies

/** Names of the fields that hold a `T` in what the sentences quote. */
type NamesOf<T> = {
  [Code in keyof Quoted]: { [Name in keyof Quoted[Code]]: NonNullable<Quoted[Code][Name]> extends T ? Name : never }[keyof Quoted[Code]]
}[keyof Quoted]

/** A day is a number at run time: its fields are known by their names, and a new name that is not here does not compile. */
const DAYS = {
  contractLast: true,
  dated: true,
  earliest: true,
  earliestEnd: true,
  effectOn: true,
  amendedOn: true,
  employedUntil: true,
  end: true,
  entry: true,
  exitOn: true,
  expiredOn: true,
  first: true,
  from: true,
  hiredOn: true,
  knownOn: true,
  last: true,
  latest: true,
  madeOn: true,
  on: true,
  opens: true,
  closes: true,
  ours: true,
  passFirst: true,
  passLast: true,
  possibleFrom: true,
  recordedOn: true,
  second: true,
  suspended: true,
  to: true,
  tool: true,
  trainingLast: true,
  until: true,
  validUntil: true,
} satisfies Record<NamesOf<CalendarDate>, true>

const MONTHS = { month: true, firstMonth: true, lastMonth: true } satisfies Record<NamesOf<Month>, true>

/** What a sentence quotes, with its days and months written. @example writtenDetails({ first: day('2026-01-01') }) // { first: '2026-01-01' } */
export function writtenDetails(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (typeof value !== 'number') return [name, value]
      if (Object.hasOwn(DAYS, name)) return [name, isoDate(value as CalendarDate)]
      return [name, Object.hasOwn(MONTHS, name) ? isoMonth(value as Month) : value]
    }),
  )
}

/** Hundredths as a text with two decimals, exact: money and hours. @example writtenHundredths(17_769_886) // '177698.86' */
export function writtenHundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A quotient, exact and shown. */
export function writtenRatio(value: Ratio): { readonly numerator: number; readonly denominator: number; readonly shown: number } {
  return { ...value, shown: shownRatio(value) }
}

/** Each source once, in the order they were met. */
export function distinctSources(sources: readonly (Source | undefined)[]): Source[] {
  const found = new Map<string, Source>()
  for (const source of sources) if (source) found.set(JSON.stringify(source), source)
  return [...found.values()]
}
