import { type CalendarDate, dateOf, day, isoDate, normalised } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type Birth, type BirthPrecision, displayName, type PersonState, type Sex } from '../model.ts'

export interface PersonLine {
  readonly id: string
  readonly displayName: string
  readonly birthName: string
  readonly birth: Birth
  readonly sex: Sex | null
  readonly state: PersonState
  /** Whether the reader is the referent, or stands in for them. */
  readonly mine: boolean
  /** The day of the death: the file is closed. */
  readonly diedOn: CalendarDate | null
}

export interface Search {
  /** Words of names, or a birth date: `27/03/1968`, `1968` */
  readonly typed: string
  /** From 1; null gives them all, for an export. */
  readonly page: number | null
  readonly size?: number
  /** Those of whom the reader is the referent. */
  readonly mine?: boolean
  readonly state?: PersonState | undefined
  /** Those whom the reader's teams follow today: not a right opened for a payment, a request or a control. */
  readonly followed?: boolean
  /** Those whom this team follows, among the reader's own. */
  readonly unitId?: string | undefined
  /** Of these alone. */
  readonly ids?: readonly string[]
}

interface Row {
  id: string
  birth_name: string | null
  usage_name: string | null
  given_names: string | null
  birth_date: string | null
  birth_precision: BirthPrecision
  sex: Sex | null
  state: PersonState
  mine: boolean
  death_date: string | null
  total: string
}

const WORDS = 6
const DATE = /^(?:(?:(\d{1,2})[\s/.-]+)?(\d{1,2})[\s/.-]+)?(\d{4})$/

/** The days between which a birth typed in a search box falls. */
function bornBetween(typed: string): { readonly from: CalendarDate; readonly before: CalendarDate } | undefined {
  const [, dayTyped, monthTyped, yearTyped] = DATE.exec(typed.trim()) ?? []
  if (yearTyped === undefined) return undefined
  const [year, month] = [Number(yearTyped), Number(monthTyped ?? 1)]
  const from = dateOf({ year, month, day: Number(dayTyped ?? 1) })
  if (from === undefined) return undefined
  if (dayTyped !== undefined) return { from, before: (from + 1) as CalendarDate }
  const after = monthTyped === undefined || month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
  const before = dateOf(after)
  return before && { from, before }
}

/** Each word typed begins a word of one of the names, in any order. */
function named(typed: string): RawBuilder<unknown> {
  const words = normalised(typed).split(' ').filter(Boolean).slice(0, WORDS)
  if (words.length === 0) return sql`true`
  const begins = (word: string) => sql`exists (select from unnest(known.words) as each where starts_with(each, ${word}))`
  return sql.join(words.map(begins), sql` and `)
}

/** Whom the reader's teams follow on a day, or one of them; row security keeps it to their own. */
const followedOn = (on: string, unitId: string | undefined) => sql`person.id in (
  select person_id from person_access
  where circle in ('shared', 'referent') and starts_on <= ${on} and ends_on >= ${on}
    and ${unitId === undefined ? sql`true` : sql`unit_id = ${unitId}`})`

/**
 * The people whom the reader's teams hold, by name; former names are searched where they are known. One statement: the names of all of them are
 * read at once, some thousands at most, since the order of a list is that of the names too.
 */
export async function findPeople(
  { tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>,
  { typed, page, size = 25, mine = false, state, followed = false, unitId, ids }: Search,
): Promise<{ readonly rows: readonly PersonLine[]; readonly total: number }> {
  const born = bornBetween(typed)
  const on = isoDate(today)
  const { rows } = await sql<Row>`
    with known as materialized (
      select person_id, string_to_array(string_agg(value_key, ' '), ' ') as words,
        max(value) filter (where kind = 'birth' and superseded_at is null) as birth_name,
        max(value) filter (where kind = 'usage' and superseded_at is null) as usage_name,
        max(value) filter (where kind = 'given' and superseded_at is null) as given_names,
        coalesce(max(value_key) filter (where kind = 'usage' and superseded_at is null),
          max(value_key) filter (where kind = 'birth' and superseded_at is null)) as family_key,
        max(value_key) filter (where kind = 'given' and superseded_at is null) as given_key
      from person_name where ${ids ? sql`person_id = any (${[...ids]}::uuid[])` : sql`true`} group by person_id
    ),
    referred as (
      select person_id from person_access
      where circle = 'referent' and account_id = ${actor?.accountId ?? null} and starts_on <= ${on} and ends_on >= ${on}
    )
    select person.id, known.birth_name, known.usage_name, known.given_names, person.birth_date, person.birth_precision, person.sex, person.state,
      person.death_date, person.id in (select person_id from referred) as mine, count(*) over () as total
    from person join known on known.person_id = person.id
    where person.state = any (${state === undefined ? ['confirmed', 'provisional'] : [state]})
      and ${mine ? sql`person.id in (select person_id from referred)` : sql`true`}
      and ${followed || unitId !== undefined ? followedOn(on, unitId) : sql`true`}
      and ${born ? sql`person.birth_date >= ${isoDate(born.from)} and person.birth_date < ${isoDate(born.before)}` : named(typed)}
    order by known.family_key, known.given_key nulls first, person.id
    ${page === null ? sql`` : sql`limit ${size} offset ${(page - 1) * size}`}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      displayName: displayName({ birthName: row.birth_name ?? '', usageName: row.usage_name, givenNames: row.given_names ?? '' }),
      birthName: row.birth_name ?? '',
      birth: { date: row.birth_date === null ? null : day(row.birth_date), precision: row.birth_precision },
      sex: row.sex,
      state: row.state,
      mine: row.mine,
      diedOn: row.death_date === null ? null : day(row.death_date),
    })),
  }
}
