import { addDays, type CalendarDate, type CentiHours, centiHours, day, isoDate, normalised } from '@maillage/kernel'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { ContractType } from '../model.ts'

/** Days before its end when a contract is said to end soon: the time to renew it or to prepare what comes next. */
export const ENDING_SOON = 60

/** What is asked of a list of contracts; without a state, those that run or are to come. */
export interface ContractFilters {
  readonly words: string
  readonly siaeId: string
  readonly state: 'all' | 'ending' | 'beyond-pass' | 'unsigned' | 'unsettled' | ''
}

export interface ContractLine {
  readonly id: string
  /** Null once the right to read the person has ended. */
  readonly personName: string | null
  readonly siaeName: string
  readonly type: ContractType
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly worksite: string | null
  readonly signedOn: CalendarDate | null
  /** The last day of the person's latest right; null: none. */
  readonly passLast: CalendarDate | null
  readonly renewed: boolean
  readonly unsettled: number
}

export const CONTRACT_ORDERS = ['personne', 'structure', 'debut', 'fin', 'pass'] as const

const ORDER = {
  personne: sql`named.family_key`,
  structure: sql`siae.name_key`,
  debut: sql`known.first_day`,
  fin: sql`known.last_day`,
  pass: sql`pass.last_day`,
} as const

const UNSETTLED = sql`(select count(*) from anomaly where anomaly.subject_id = contract.id and anomaly.resolved_at is null)`
const RENEWED = sql`exists (
  select from contract as next join contract_version as theirs on theirs.contract_id = next.id and theirs.superseded_at is null and not theirs.cancelled
  where next.renews = contract.id)`

const RUNNING = (on: string) => sql`known.first_day <= ${on} and (known.last_day is null or known.last_day >= ${on})`

function stateIs(state: ContractFilters['state'], today: CalendarDate) {
  const on = isoDate(today)
  if (state === '') return sql`(known.last_day is null or known.last_day >= ${on})`
  if (state === 'ending')
    return sql`known.last_day between ${on} and ${isoDate(addDays(today, ENDING_SOON))} and stay.exit_day is null and not ${RENEWED}`
  if (state === 'beyond-pass')
    return sql`(known.last_day is null or known.last_day >= ${on}) and stay.exit_day is null
      and (pass.last_day is null or pass.last_day < coalesce(known.last_day, '2999-12-31'))`
  if (state === 'unsigned') return sql`known.signed_on is null and ${RUNNING(on)}`
  return state === 'unsettled' ? sql`${UNSETTLED} > 0` : sql`true`
}

interface Row
  extends Omit<ContractLine, 'personName' | 'firstDay' | 'lastDay' | 'weeklyHours' | 'signedOn' | 'passLast' | 'unsettled'>,
    NamedRow {
  readonly first_day: string
  readonly last_day: string | null
  readonly weekly_hours: number | null
  readonly signed_on: string | null
  readonly pass_last: string | null
  readonly unsettled: string
  readonly total: string
}

const dayOrNull = (written: string | null) => (written === null ? null : day(written))

/**
 * The contracts of my structures that stand, in order, and how many there are in all; row security keeps those whom my teams employ. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function contractRegister(
  { tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>,
  { words, siaeId, state }: ContractFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly ContractLine[]; readonly total: number }> {
  const begins = normalised(words).split(' ').filter(Boolean).slice(0, 6)
  const wanted = [
    sql`contract.organisation_id = ${actor?.hat?.organisationId ?? null}`,
    stateIs(state, today),
    ...(siaeId === '' ? [] : [sql`stay.siae_id = ${siaeId}`]),
    ...begins.map((word) => sql`strpos(' ' || coalesce(named.search_key, ''), ${` ${word}`}) > 0`),
  ]
  const order = ORDER[sort.key as keyof typeof ORDER] ?? ORDER.fin
  const { rows } = await sql<Row>`
    select contract.id, named.birth_name, named.usage_name, named.given_names, siae.name as "siaeName", known.type, known.first_day, known.last_day,
      known.weekly_hours, worksite.name as worksite, known.signed_on, pass.last_day as pass_last, ${RENEWED} as renewed, ${UNSETTLED} as unsettled,
      count(*) over () as total
    from contract
    join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    join siae_stay as stay on stay.id = contract.stay_id and stay.cancelled_at is null
    join siae on siae.id = stay.siae_id
    left join worksite on worksite.id = known.worksite_id
    left join lateral (
      select max(days.last_day) as last_day from pass_last_day as days join pass as held on held.id = days.pass_id and held.cancelled_at is null
      where days.person_id = contract.person_id and days.superseded_at is null) as pass on true
    left join lateral (${namesOf(sql`contract.person_id`)}) as named on true
    where ${sql.join(wanted, sql` and `)}
    order by ${order} ${sort.direction === 'descending' ? sql`desc nulls first` : sql`asc nulls last`}, known.first_day desc, contract.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      personName: nameOf(row),
      siaeName: row.siaeName,
      type: row.type,
      firstDay: day(row.first_day),
      lastDay: dayOrNull(row.last_day),
      weeklyHours: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
      worksite: row.worksite,
      signedOn: dayOrNull(row.signed_on),
      passLast: dayOrNull(row.pass_last),
      renewed: row.renewed,
      unsettled: Number(row.unsettled),
    })),
  }
}
