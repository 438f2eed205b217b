import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The teams of the authorised prescribers of a territory, to whom a request may be sent. Public cards only. */
export async function prescriberTeams(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  territories: readonly string[],
): Promise<readonly { id: string; label: string }[]> {
  if (territories.length === 0) return []
  const on = isoDate(today)
  const { rows } = await sql<{ id: string; label: string }>`
    select unit.id, organisation.name || ' – ' || unit.name as label
    from authorisation
    join organisation on organisation.id = authorisation.organisation_id
    join unit on unit.organisation_id = organisation.id and unit.first_day <= ${on} and (unit.last_day is null or unit.last_day >= ${on})
    where authorisation.first_day <= ${on} and (authorisation.last_day is null or authorisation.last_day >= ${on})
      and exists (
        select from organisation_function as acts
        where acts.organisation_id = organisation.id and acts.function = 'prescriber' and acts.territory_id in (${sql.join(territories)})
          and acts.first_day <= ${on} and (acts.last_day is null or acts.last_day >= ${on}))
    order by organisation.name_key, unit.name`.execute(tx)
  return rows
}
