import { type CalendarDate, day, isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../../people/index.ts'

/** Somebody whom my team already follows. */
export interface PersonAlike {
  readonly id: string
  readonly displayName: string
  readonly birthDate: CalendarDate
}

/** Those of my people who have this family name, this first given name and this day of birth: row security leaves out everybody else's. */
export async function peopleAlike(
  { tx }: Pick<ReadCtx, 'tx'>,
  { birthName, givenNames, birthDate }: { readonly birthName: string; readonly givenNames: string; readonly birthDate: CalendarDate },
): Promise<readonly PersonAlike[]> {
  const { rows } = await sql<{ id: string; family: string; given: string; birth_date: string }>`
    select distinct person.id, family.value as family, given.value as given, person.birth_date
    from person
    join person_name as family on family.person_id = person.id and family.kind in ('birth', 'usage') and family.superseded_at is null
    join person_name as given on given.person_id = person.id and given.kind = 'given' and given.superseded_at is null
    where person.birth_date = ${isoDate(birthDate)} and person.state <> 'merged' and family.value_key = ${normalised(birthName)}
      and split_part(given.value_key, ' ', 1) = ${normalised(givenNames).split(' ')[0] ?? ''}
    limit 5`.execute(tx)
  return rows.map(({ id, family, given, birth_date }) => ({
    id,
    displayName: displayName({ birthName: family, usageName: null, givenNames: given }),
    birthDate: day(birth_date),
  }))
}
