import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Reach } from '../policy.ts'

/** Where the actor's organisation is the authority and where it funds today, by département; one statement. */
export async function reachOf({ tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>): Promise<Reach> {
  const { rows } = await sql<{ function: string; departement: string }>`
    select mine.function, departement
    from organisation_function as mine, departements_of(mine.territory_id) as departement
    where mine.organisation_id = ${actor?.hat?.organisationId ?? null} and mine.function in ('authority', 'funder')
      and mine.first_day <= ${isoDate(today)} and (mine.last_day is null or mine.last_day >= ${isoDate(today)})`.execute(tx)
  const on = (wanted: string) => rows.filter((row) => row.function === wanted).map((row) => row.departement)
  return { authorityOn: on('authority'), fundsOn: on('funder') }
}
