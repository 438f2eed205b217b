import { type CalendarDate, day, type OpenPeriod } from '@maillage/kernel'
import { type Diagnosis, diagnosisExpiresOn, diagnosisInForce } from '@maillage/rules/eligibility'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { eligibilityOf } from '../tables.ts'

/** The diagnosis by which a structure may hire somebody. `expiresOn`: the first day it is no longer valid by itself. */
export interface ServingDiagnosis {
  readonly id: string
  readonly role: 'prescriber' | 'siae'
  readonly eligibleBy: 'authorised-prescriber' | 'siae'
  readonly expiresOn: CalendarDate
}

/**
 * Among the diagnoses that found the person eligible, the one that serves a structure on a day; undefined: none.
 * @param passRuns the days of the person's PASS IAE, when there is one: a diagnosis is held valid as long as it runs
 */
export async function diagnosisServing(
  { tx, law }: Pick<ReadCtx, 'tx' | 'law'>,
  {
    personId,
    siaeId,
    on,
    passRuns,
  }: { readonly personId: string; readonly siaeId: string; readonly on: CalendarDate; readonly passRuns?: OpenPeriod },
): Promise<ServingDiagnosis | undefined> {
  const rows = await eligibilityOf(tx)
    .selectFrom('diagnosis')
    .select(['id', 'role', 'siae_id', 'made_on', 'replaced_on'])
    .where('person_id', '=', personId)
    .where('verdict', '=', 'granted')
    .execute()
  const known = rows.map(({ id, role, siae_id, made_on, replaced_on }): Diagnosis & { readonly id: string } => ({
    id,
    madeOn: day(made_on),
    ...(replaced_on === null ? {} : { replacedOn: day(replaced_on) }),
    ...(role === 'siae' ? { role, siae: siae_id ?? '' } : { role }),
  }))
  const serving = diagnosisInForce(law, known, { on, siae: siaeId, ...(passRuns ? { passRuns } : {}) })
  if (!serving) return undefined
  const { id, role } = serving
  return { id, role, eligibleBy: role === 'prescriber' ? 'authorised-prescriber' : 'siae', expiresOn: diagnosisExpiresOn(law, serving) }
}
