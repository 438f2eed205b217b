import { addMonths, isoDate } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** Months during which a diagnosis that is over is still reminded; afterwards the person is looking elsewhere, or was hired. */
export const STILL_USEFUL = 1

/** A diagnosis that a right carries needs no date: as long as a PASS IAE runs it is held valid. */
export const carriedByRight = (personId: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
  select from pass_last_day as days join pass on pass.id = days.pass_id and pass.cancelled_at is null
  where days.person_id = ${personId} and days.superseded_at is null and days.last_day >= ${on})`

/** The first day on which the latest diagnosis of somebody without a right carries nothing any more. */
export const diagnosisEnds: DueSource = ({ today, until }) => sql`
  select 'diagnosis-end', diagnosis.person_id, diagnosis.id, diagnosis.expires_on,
    jsonb_build_object('madeOn', diagnosis.made_on, 'role', diagnosis.role)
  from diagnosis
  where diagnosis.verdict = 'granted' and diagnosis.replaced_on is null
    and diagnosis.expires_on between ${isoDate(addMonths(today, -STILL_USEFUL))} and ${isoDate(until)}
    and not ${carriedByRight(sql`diagnosis.person_id`, sql`diagnosis.expires_on`)}
    and not exists (
      select from diagnosis as later
      where later.person_id = diagnosis.person_id and later.verdict = 'granted' and later.made_on > diagnosis.made_on)`
