import type { CalendarDate, Law, OpenPeriod } from '@maillage/kernel'
import { type Diagnosis, isDiagnosisValid } from './diagnosis-validity.ts'

/**
 * The diagnosis that serves a SIAE on a day: a prescriber's before a SIAE's, a SIAE's for itself only, the latest of equals; undefined: none.
 * Source: public code of les emplois de l'inclusion.
 * @example diagnosisInForce(law, diagnoses, { on: day('2026-03-01'), siae: 'siae-1' })
 */
export function diagnosisInForce<D extends Diagnosis>(
  law: Law,
  diagnoses: readonly D[],
  { on, siae, passRuns }: { readonly on: CalendarDate; readonly siae: string; readonly passRuns?: OpenPeriod },
): D | undefined {
  const rank = (each: D) => (each.role === 'prescriber' ? 0 : 1)
  return diagnoses
    .filter((each) => (each.role === 'prescriber' || each.siae === siae) && isDiagnosisValid(law, each, on, passRuns))
    .toSorted((a, b) => rank(a) - rank(b) || b.madeOn - a.madeOn)[0]
}
