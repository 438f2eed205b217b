import { addMonths, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'
import { carriedByRight, STILL_USEFUL } from './diagnosis-ends.ts'

/** The last day of a proof behind a diagnosis that still carries something, for those who read its criteria; which one is not said in a list. */
export const proofEnds: DueSource = ({ today, until }) => sql`
  select 'proof-end', diagnosis.person_id, diagnosis.id, min(criterion.evidence_last), '{}'::jsonb
  from criterion join diagnosis on diagnosis.id = criterion.diagnosis_id
  where diagnosis.verdict = 'granted' and diagnosis.replaced_on is null and diagnosis.expires_on > ${isoDate(today)}
    and criterion.finding = 'established' and criterion.evidence_last between ${isoDate(addMonths(today, -STILL_USEFUL))} and ${isoDate(until)}
    and not ${carriedByRight(sql`diagnosis.person_id`, sql`criterion.evidence_last`)}
  group by diagnosis.person_id, diagnosis.id`
