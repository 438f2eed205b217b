import { day, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Mission } from '../model.ts'
import type { Workshop } from '../model-workshops.ts'

interface Row {
  readonly id: string
  readonly organisation_id: string
  readonly theme: string
  readonly mission: Mission
  readonly happened_on: string
  readonly minutes: number | null
  readonly purpose: string | null
  readonly next_step: string | null
  readonly next_on: string | null
  readonly recorded_by: string
  readonly author: string | null
}

const workshopOf = (row: Row): Workshop => ({
  id: row.id,
  organisationId: row.organisation_id,
  theme: row.theme,
  mission: row.mission,
  happenedOn: day(row.happened_on),
  minutes: row.minutes,
  purpose: row.purpose,
  nextStep: row.next_step,
  nextOn: row.next_on === null ? null : day(row.next_on),
  recordedBy: row.recorded_by,
  author: row.author,
})

const COLUMNS = sql`workshop.id, workshop.organisation_id, workshop.theme, workshop.mission, workshop.happened_on::text as happened_on, workshop.minutes,
    workshop.purpose, workshop.next_step, workshop.next_on::text as next_on, workshop.recorded_by,
    (select membership.display_name from membership
      where membership.account_id = workshop.recorded_by and membership.organisation_id = workshop.organisation_id
      order by membership.first_day desc limit 1) as author`

export interface WorkshopLine {
  readonly workshop: Workshop
  /** Of those who were there, the ones whose act the reader may read. */
  readonly present: number
}

export interface WorkshopSearch {
  /** Words of the theme */
  readonly typed: string
  /** Those that the reader noted */
  readonly mine: boolean
}

/**
 * The workshops that the reader noted, and those of their organisation where somebody came whose acts they read; the latest first. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function findWorkshops(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { typed, mine }: WorkshopSearch,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly WorkshopLine[]; readonly total: number }> {
  const words = normalised(typed).split(' ').filter(Boolean).slice(0, 6)
  const wanted = [
    sql`workshop.cancelled_at is null`,
    ...(mine ? [sql`workshop.recorded_by = ${actor?.accountId ?? null}`] : []),
    ...words.map((word) => sql`strpos(' ' || workshop.theme_key, ${` ${word}`}) > 0`),
  ]
  const { rows } = await sql<Row & { present: string; total: string }>`
    select ${COLUMNS}, count(*) over () as total,
      (select count(*) from accompaniment_act as act where act.workshop_id = workshop.id and act.cancelled_at is null) as present
    from workshop where ${sql.join(wanted, sql` and `)}
    order by workshop.happened_on desc, workshop.recorded_at desc
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({ workshop: workshopOf(row), present: Number(row.present) })),
  }
}

/** Somebody who was there, as the reader may know it. */
export interface PresentPerson {
  readonly actId: string
  readonly personId: string
  readonly displayName: string
}

/** A workshop, with those who were there and whose act the reader may read; undefined when it is not for them, or was taken back. One statement. */
export async function findWorkshop(
  { tx }: Pick<ReadCtx, 'tx'>,
  id: string,
): Promise<{ readonly workshop: Workshop; readonly people: readonly PresentPerson[] } | undefined> {
  type There = NamedRow & { readonly id: string; readonly person_id: string }
  const { rows } = await sql<Row & { people: readonly There[] | null }>`
    select ${COLUMNS},
      (select jsonb_agg(to_jsonb(there) order by there.family_key, there.given_key, there.id) from (
        select act.id, act.person_id, named.*
        from accompaniment_act as act join lateral (${namesOf(sql`act.person_id`)}) as named on true
        where act.workshop_id = workshop.id and act.cancelled_at is null) as there) as people
    from workshop where workshop.id = ${id} and workshop.cancelled_at is null`.execute(tx)
  const [row] = rows
  return (
    row && {
      workshop: workshopOf(row),
      people: (row.people ?? []).map((there) => ({ actId: there.id, personId: there.person_id, displayName: nameOf(there) ?? '' })),
    }
  )
}
