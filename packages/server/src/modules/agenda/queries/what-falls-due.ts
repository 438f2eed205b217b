import { addMonths, type CalendarDate, day, invariant, isoDate } from '@maillage/kernel'
import { closableFrom } from '@maillage/rules/pass-iae'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import { DUE_SOURCES } from '../due/sources.ts'
import { CARES, DUE_KINDS, type DueKind, type Horizon, isCare, lastDayOf } from '../model.ts'

/** What is asked of what falls due. */
export interface DueFilters {
  readonly kinds: readonly DueKind[]
  readonly horizon: Horizon
  /** Only those of whom the reader is the referent, or stands in for them. */
  readonly mine: boolean
  /** One of the reader's teams; empty: all of them. */
  readonly unitId: string
  readonly silenceWeeks: number
}

/** Something that falls due for somebody. */
export interface DueLine {
  readonly kind: DueKind
  readonly personId: string
  /** Null once the right to read the person has ended. */
  readonly personName: string | null
  /** The act, the contract, the right, the diagnosis or the application it is about. */
  readonly subjectId: string
  readonly dueOn: CalendarDate
  readonly facts: Readonly<Record<string, unknown>>
}

interface Row extends NamedRow {
  readonly kind: DueKind
  readonly person_id: string
  readonly subject_id: string
  readonly due_on: string
  readonly facts: DueLine['facts']
  readonly total: string
}

/** The people whom the list is narrowed to, as rights on them say; row security has kept them to the reader's teams already. */
function among(rights: readonly RawBuilder<unknown>[], on: string): RawBuilder<unknown> {
  if (rights.length === 0) return sql`true`
  const held = (right: RawBuilder<unknown>) => sql`due.person_id = any (array(
    select person_access.person_id from person_access where ${right} and starts_on <= ${on} and ends_on >= ${on}))`
  return sql.join(rights.map(held), sql` and `)
}

/**
 * What falls due for the people of the reader, the soonest first and what is only care at the end, and how much there is in all. Nothing that the home
 * page counts as a task is here. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function whatFallsDue(
  { tx, today, actor, law }: Pick<ReadCtx, 'tx' | 'today' | 'actor' | 'law'>,
  { kinds, horizon, mine, unitId, silenceWeeks }: DueFilters,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly DueLine[]; readonly total: number }> {
  invariant(actor?.hat, 'a member asks')
  const { accountId, hat } = actor
  const asked = {
    today,
    until: lastDayOf(horizon, today),
    accountId,
    organisationId: hat.organisationId,
    units: hat.units,
    employs: hat.functions.includes('operator'),
    silenceWeeks,
    closableAfter: closableFrom(law, addMonths(today, -12), today)?.months ?? null,
  }
  const wanted = DUE_KINDS.filter((kind) => kinds.includes(kind) && (!isCare(kind) || horizon !== 'late'))
  if (wanted.length === 0) return { rows: [], total: 0 }
  const narrowed = [
    ...(mine ? [sql`circle = 'referent' and account_id = ${accountId}`] : []),
    ...(unitId === '' ? [] : [sql`unit_id = ${unitId}`]),
  ]
  const { rows } = await sql<Row>`
    with due (kind, person_id, subject_id, due_on, facts) as (
      ${sql.join(
        wanted.map((kind) => DUE_SOURCES[kind](asked)),
        sql` union all `,
      )}
    ),
    shown as (
      select due.*, count(*) over () as total from due
      where ${among(narrowed, isoDate(today))}
        and not exists (select from person where person.id = due.person_id and (person.state = 'merged' or person.death_date is not null))
      order by due.kind = any (${[...CARES]}), due.due_on, due.kind, due.person_id, due.subject_id
      ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}
    )
    select shown.kind, shown.person_id, shown.subject_id, shown.due_on::text, shown.facts, shown.total, named.*
    from shown
    left join lateral (${namesOf(sql`shown.person_id`)}) as named on true
    order by shown.kind = any (${[...CARES]}), shown.due_on, shown.kind, shown.person_id, shown.subject_id`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      kind: row.kind,
      personId: row.person_id,
      personName: nameOf(row),
      subjectId: row.subject_id,
      dueOn: day(row.due_on),
      facts: row.facts,
    })),
  }
}
