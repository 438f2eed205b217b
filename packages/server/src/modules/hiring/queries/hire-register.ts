import { type CalendarDate, type CentiHours, centiHours, day, isoDate, normalised } from '@maillage/kernel'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ContractType } from '../../employment/index.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Hire } from '../model.ts'

/** What is asked of the list of hires; an empty text or null asks nothing. `unsettled`: declared, with something that the law says otherwise. */
export interface HireFilters {
  readonly words: string
  readonly state: Hire['state'] | 'unsettled' | ''
  readonly siaeId: string
  /** Between these days, both included, the work began. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

export interface HireLine {
  readonly id: string
  /** Null once the right to read the person has ended. */
  readonly personName: string | null
  readonly siaeName: string
  readonly hiredOn: CalendarDate
  readonly type: ContractType
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly worksite: string | null
  readonly post: string | null
  readonly state: Hire['state']
  /** How many points wait to be settled, in the hire or in its contract. */
  readonly unsettled: number
}

export const HIRE_ORDERS = ['personne', 'structure', 'debut', 'fin'] as const

const ORDER = {
  personne: sql`named.family_key`,
  structure: sql`siae.name_key`,
  debut: sql`hire.hired_on`,
  fin: sql`known.last_day`,
} as const

const UNSETTLED = sql`(select count(*) from anomaly where anomaly.subject_id in (hire.id, hire.contract_id) and anomaly.resolved_at is null)`

interface Row extends Omit<HireLine, 'personName' | 'hiredOn' | 'lastDay' | 'weeklyHours' | 'unsettled'>, NamedRow {
  readonly hired_on: string
  readonly last_day: string | null
  readonly weekly_hours: number | null
  readonly unsettled: string
  readonly total: string
}

const wanted = ({ words, state, siaeId, from, to }: HireFilters) => {
  const begins = normalised(words).split(' ').filter(Boolean).slice(0, 6)
  return sql.join(
    [
      ...begins.map((word) => sql`strpos(' ' || coalesce(named.search_key, ''), ${` ${word}`}) > 0`),
      ...(state === '' ? [] : [sql`hire.state = ${state === 'unsettled' ? 'declared' : state}`]),
      ...(state === 'unsettled' ? [sql`${UNSETTLED} > 0`] : []),
      ...(siaeId === '' ? [] : [sql`hire.siae_id = ${siaeId}`]),
      ...(from === null ? [] : [sql`hire.hired_on >= ${isoDate(from)}`]),
      ...(to === null ? [] : [sql`hire.hired_on <= ${isoDate(to)}`]),
      sql`true`,
    ],
    sql` and `,
  )
}

/**
 * The hires of my structures, in order, and how many there are in all; row security keeps those whom my teams employ. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function hireRegister(
  { tx }: Pick<ReadCtx, 'tx'>,
  filters: HireFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly HireLine[]; readonly total: number }> {
  const order = ORDER[sort.key as keyof typeof ORDER] ?? ORDER.debut
  const { rows } = await sql<Row>`
    select hire.id, named.birth_name, named.usage_name, named.given_names, siae.name as "siaeName", hire.hired_on, known.type, known.last_day,
      known.weekly_hours, worksite.name as worksite, known.post, hire.state, ${UNSETTLED} as unsettled, count(*) over () as total
    from hire
    join siae on siae.id = hire.siae_id
    join contract_version as known on known.contract_id = hire.contract_id and known.superseded_at is null
    left join worksite on worksite.id = known.worksite_id
    left join lateral (${namesOf(sql`hire.person_id`)}) as named on true
    where ${wanted(filters)}
    order by ${order} ${sort.direction === 'descending' ? sql`desc nulls first` : sql`asc nulls last`}, hire.hired_on desc, hire.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      personName: nameOf(row),
      siaeName: row.siaeName,
      hiredOn: day(row.hired_on),
      type: row.type,
      lastDay: row.last_day === null ? null : day(row.last_day),
      weeklyHours: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
      worksite: row.worksite,
      post: row.post,
      state: row.state,
      unsettled: Number(row.unsettled),
    })),
  }
}
