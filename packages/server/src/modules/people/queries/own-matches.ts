import { type CalendarDate, day, isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Birth } from '../model.ts'
import { type BirthPrecision, displayName, type Sex } from '../model.ts'

export interface OwnMatch {
  readonly id: string
  readonly displayName: string
  readonly birth: Birth
  readonly sex: Sex | null
}

interface Row {
  id: string
  names: { birth?: string; usage?: string; given?: string } | null
  birth_date: string | null
  birth_precision: BirthPrecision
  sex: Sex | null
}

const AT_MOST = 5

/**
 * Those whom the reader's teams already follow and who may be the one just typed: one of the names, and the same birth or the same given name.
 * Shown for somebody to judge, never taken for the same by itself. One statement.
 */
export async function ownMatches(
  { tx }: Pick<ReadCtx, 'tx'>,
  typed: {
    readonly birthName: string
    readonly usageName: string
    readonly givenNames: string
    readonly birthDate: CalendarDate | undefined
  },
): Promise<readonly OwnMatch[]> {
  const families = [typed.birthName, typed.usageName].map(normalised).filter(Boolean)
  const given = normalised(typed.givenNames).split(' ')[0] ?? ''
  const born = typed.birthDate === undefined ? null : isoDate(typed.birthDate)
  const { rows } = await sql<Row>`
    select person.id, person.birth_date, person.birth_precision, person.sex,
      (select jsonb_object_agg(name.kind, name.value) from person_name as name
        where name.person_id = person.id and name.superseded_at is null and name.kind <> 'former') as names
    from person
    where person.state <> 'merged'
      and (
        (person.birth_date = ${born}::date and exists (
          select from person_name as known where known.person_id = person.id and (
            known.kind <> 'given' and known.value_key = any (${families})
            or known.kind = 'given' and split_part(known.value_key, ' ', 1) = ${given})))
        or (exists (select from person_name as known
            where known.person_id = person.id and known.kind <> 'given' and known.value_key = any (${families}))
          and exists (select from person_name as known
            where known.person_id = person.id and known.kind = 'given' and split_part(known.value_key, ' ', 1) = ${given})))
    order by person.birth_date = ${born}::date desc nulls last, person.id limit ${AT_MOST}`.execute(tx)
  return rows.map(({ id, names, sex, ...row }) => ({
    id,
    sex,
    displayName: displayName({ birthName: names?.birth ?? '', usageName: names?.usage ?? null, givenNames: names?.given ?? '' }),
    birth: { date: row.birth_date === null ? null : day(row.birth_date), precision: row.birth_precision },
  }))
}
