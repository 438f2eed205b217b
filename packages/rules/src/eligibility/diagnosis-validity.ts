import { addDays, addMonths, type CalendarDate, type Law, type OpenPeriod } from '@maillage/kernel'
import { employerDiagnosisLength, prescriberDiagnosisLength } from '../parameters/diagnosis-validity.ts'

/** A diagnosis that granted eligibility. `siae` is the identifier of the SIAE that made it. */
export type Diagnosis = { readonly madeOn: CalendarDate; readonly replacedOn?: CalendarDate } & (
  | { readonly role: 'prescriber' }
  | { readonly role: 'siae'; readonly siae: string }
)

/**
 * First day a diagnosis is no longer valid by itself: six calendar months after a prescriber's, 92 days after a SIAE's
 * (six months before 9 December 2024). A later diagnosis that replaces it ends it on that day.
 * @example diagnosisExpiresOn(law, { role: 'prescriber', madeOn: day('2026-01-31') }) // 2026-07-31
 */
export function diagnosisExpiresOn(law: Law, diagnosis: Diagnosis): CalendarDate {
  const { unit, count } = law
    .on(diagnosis.madeOn)
    .get(diagnosis.role === 'prescriber' ? prescriberDiagnosisLength : employerDiagnosisLength)
  const expiry = unit === 'months' ? addMonths(diagnosis.madeOn, count) : addDays(diagnosis.madeOn, count)
  return diagnosis.replacedOn !== undefined && diagnosis.replacedOn < expiry ? diagnosis.replacedOn : expiry
}

/**
 * Whether a diagnosis is valid on a day. As long as a PASS IAE runs it is held valid whatever its date.
 * @param passRuns the days of the person's PASS IAE, when there is one
 * @example isDiagnosisValid(law, { role: 'siae', siae, madeOn: day('2026-01-01') }, day('2026-04-03')) // false: 92 days
 */
export function isDiagnosisValid(law: Law, diagnosis: Diagnosis, on: CalendarDate, passRuns?: OpenPeriod): boolean {
  if (on < diagnosis.madeOn) return false
  if (on < diagnosisExpiresOn(law, diagnosis)) return true
  return passRuns !== undefined && passRuns.first <= on && (passRuns.last === null || on <= passRuns.last)
}
