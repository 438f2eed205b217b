import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type Birth, type BirthPrecision, displayName, type PersonState, type Sex } from '../model.ts'

/** Somebody whom the reader's teams hold, as a file may name them: keys as `normalised` makes them. */
export interface KnownIdentity {
  readonly id: string
  readonly displayName: string
  /** Birth and usage names, former ones where the reader may know them. */
  readonly familyKeys: readonly string[]
  readonly givenKey: string
  readonly birth: Birth
  readonly sex: Sex | null
  readonly state: PersonState
}

interface Row {
  id: string
  birth_date: string | null
  birth_precision: BirthPrecision
  sex: Sex | null
  state: PersonState
  families: readonly string[]
  birth_name: string | null
  usage_name: string | null
  given_names: string | null
  given_key: string | null
}

/** Everybody whom the reader's teams hold, to find the people that a file names: some thousands at most, one statement whatever the length of the file. */
export async function knownIdentities({ tx }: Pick<ReadCtx, 'tx'>): Promise<readonly KnownIdentity[]> {
  const { rows } = await sql<Row>`
    select person.id, person.birth_date, person.birth_precision, person.sex, person.state,
      coalesce(jsonb_agg(distinct name.value_key) filter (where name.kind <> 'given'), '[]') as families,
      max(name.value) filter (where name.kind = 'birth' and name.superseded_at is null) as birth_name,
      max(name.value) filter (where name.kind = 'usage' and name.superseded_at is null) as usage_name,
      max(name.value) filter (where name.kind = 'given' and name.superseded_at is null) as given_names,
      max(name.value_key) filter (where name.kind = 'given' and name.superseded_at is null) as given_key
    from person join person_name as name on name.person_id = person.id
    where person.state <> 'merged'
    group by person.id order by person.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    displayName: displayName({ birthName: row.birth_name ?? '', usageName: row.usage_name, givenNames: row.given_names ?? '' }),
    familyKeys: row.families,
    givenKey: row.given_key ?? '',
    birth: { date: row.birth_date === null ? null : day(row.birth_date), precision: row.birth_precision },
    sex: row.sex,
    state: row.state,
  }))
}
