import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/command/actor.ts'

/** The départements where the organisation of the hat is the authority or funds today, as a list to compare with. */
export const departementsInCharge = (actor: Actor | null): RawBuilder<unknown> => sql`(
  select departements_of(mine.territory_id) from organisation_function as mine
  where mine.organisation_id = ${actor?.hat?.organisationId ?? null} and mine.function in ('authority', 'funder')
    and mine.first_day <= (select current_setting('maillage.today', true)::date)
    and (mine.last_day is null or mine.last_day >= (select current_setting('maillage.today', true)::date)))`
