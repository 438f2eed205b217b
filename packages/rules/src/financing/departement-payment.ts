import { type CalendarDate, type Cents, daysOf, type Law, type Month, monthOf, type Period, share } from '@maillage/kernel'
import { departementPercentOfRsa, recentralisedRsa, rsaOfOnePerson, rsaOfOnePersonMayotte } from '../parameters/departement-payment.ts'

/** What a convention of objectives and means (CAOM) opens: a period, and a number of people at once when it gives one. */
export interface Caom {
  readonly departement: string
  readonly period: Period
  readonly people: number | null
}

/** An employee of an ACI as the Département's payment sees them. `label` is opaque. */
export interface AciEmployee {
  readonly label: string
  readonly hiredOn: CalendarDate
  /** Last day of the contract, null when it runs. */
  readonly until: CalendarDate | null
  /** Whether the person received the RSA on the day of hire; null: not known. What happens to the RSA afterwards changes nothing. */
  readonly rsaAtHire: boolean | null
  /** Département of residence on the day of hire. */
  readonly departementAtHire: string
}

export type EmployeePayment = { readonly label: string } & (
  | { readonly state: 'due'; readonly amount: Cents }
  | { readonly state: 'undetermined'; readonly missing: 'rsa-at-hire' }
  | { readonly state: 'not-due'; readonly why: 'not-employed' | 'no-rsa-at-hire' | 'another-departement' | 'outside-caom' | 'beyond-caom' }
)

/** Payments of a month. `payer`: where the RSA is recentralised the State stands in the Département's place, under another convention. */
export interface DepartementMonth {
  readonly payer: 'departement' | 'state'
  readonly monthly: Cents
  readonly employees: readonly EmployeePayment[]
}

/** Who pays the RSA, hence its share of the job aid, in a département. @example rsaPayer(law, '974', day('2025-01-01')) // 'state' */
export function rsaPayer(law: Law, departement: string, on: CalendarDate): 'departement' | 'state' {
  return law.on(on).get(recentralisedRsa).includes(departement) ? 'state' : 'departement'
}

/** 88 % of the RSA of one person, of the day. @example monthlyShareOfRsa(law, '11', day('2025-04-01')) // 568,94 € */
export function monthlyShareOfRsa(law: Law, departement: string, on: CalendarDate): Cents {
  const ofDay = law.on(on)
  return share(ofDay.get(departement === '976' ? rsaOfOnePersonMayotte : rsaOfOnePerson), ofDay.get(departementPercentOfRsa), 100)
}

/**
 * What the Département owes for a month to an ACI: per month and per employee who received the RSA when hired, within the CAOM, in the order of the
 * hires when it opens a number of people. A started month counts whole. An unknown RSA at hire is asked for, never read as no.
 * Source: L5132-3-1, décret of 27 June 2014. Throws `NoTextInForce` for a month whose RSA is not known.
 * @example departementMonth(law, { caom, month: month('2025-05'), employees })
 */
export function departementMonth(
  law: Law,
  { caom, month, employees }: { readonly caom: Caom; readonly month: Month; readonly employees: readonly AciEmployee[] },
): DepartementMonth {
  const on = daysOf(month).first
  const monthly = monthlyShareOfRsa(law, caom.departement, on)
  const covered = monthOf(caom.period.first) <= month && month <= monthOf(caom.period.last)
  let left = caom.people ?? Number.POSITIVE_INFINITY
  const found = new Map<AciEmployee, EmployeePayment>()
  for (const employee of employees.toSorted((a, b) => a.hiredOn - b.hiredOn || (a.label < b.label ? -1 : 1))) {
    const { label, hiredOn, until, rsaAtHire, departementAtHire } = employee
    const notDue = (why: (EmployeePayment & { state: 'not-due' })['why']) => found.set(employee, { label, state: 'not-due', why })
    if (monthOf(hiredOn) > month || (until !== null && until < on)) notDue('not-employed')
    else if (!covered) notDue('outside-caom')
    else if (departementAtHire !== caom.departement) notDue('another-departement')
    else if (rsaAtHire === null) found.set(employee, { label, state: 'undetermined', missing: 'rsa-at-hire' })
    else if (!rsaAtHire) notDue('no-rsa-at-hire')
    else if (left <= 0) notDue('beyond-caom')
    else {
      left--
      found.set(employee, { label, state: 'due', amount: monthly })
    }
  }
  return { payer: rsaPayer(law, caom.departement, on), monthly, employees: employees.flatMap((each) => found.get(each) ?? []) }
}
