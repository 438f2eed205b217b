import { type RawBuilder, sql } from 'kysely'
import { displayName } from '../model.ts'

/** What a list of people needs of their names; null once the right to read the person has ended. */
export interface NamedRow {
  readonly birth_name: string | null
  readonly usage_name: string | null
  readonly given_names: string | null
  readonly family_key: string | null
  readonly given_key: string | null
  readonly search_key: string | null
}

/** The names of the person of each row, to join laterally. */
export const namesOf = (personId: RawBuilder<unknown>) => sql`
  select max(value) filter (where kind = 'birth') as birth_name, max(value) filter (where kind = 'usage') as usage_name,
    max(value) filter (where kind = 'given') as given_names,
    coalesce(max(value_key) filter (where kind = 'usage'), max(value_key) filter (where kind = 'birth')) as family_key,
    max(value_key) filter (where kind = 'given') as given_key,
    string_agg(value_key, ' ') as search_key
  from person_name where person_name.person_id = ${personId} and superseded_at is null and kind <> 'former'`

/** « Nadia BENALI », or null when the reader does not hold the person any more. */
export const nameOf = (row: NamedRow): string | null =>
  row.birth_name === null ? null : displayName({ birthName: row.birth_name, usageName: row.usage_name, givenNames: row.given_names ?? '' })
