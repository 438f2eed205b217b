import { type CalendarDate, type CentiHours, centiHours, day, daysOf, isoDate, type Month, monthOf, monthsLater } from '@maillage/kernel'
import { type SheetState, sheetDueOn } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { readsOwnTeamOnly } from '../policy.ts'
import { departementsInCharge } from './departements-in-charge.ts'

/** A month of a structure in the list of its months. */
export interface MonthOverview {
  readonly month: Month
  readonly state: SheetState | 'missing'
  /** People under contract without a line, among those whom the reader follows. */
  readonly missing: number
  readonly people: number
  readonly anomalies: number
  readonly counted: CentiHours
  readonly heldBack: CentiHours
  readonly dueOn: CalendarDate
  readonly late: boolean
}

interface Row {
  month: string
  state: SheetState | null
  people: number
  missing: number
  anomalies: number
  counted: number
  held_back: number
}

/**
 * The last months of a structure until this one, the latest first, with what each lacks; one statement. A month in which nobody had a contract and
 * nothing was typed is left out: there is nothing to do in it.
 */
export async function monthsOverview(
  { tx, today, law, actor }: Pick<ReadCtx, 'tx' | 'today' | 'law' | 'actor'>,
  { siaeId, months }: { readonly siaeId: string; readonly months: number },
): Promise<readonly MonthOverview[]> {
  const last = monthOf(today)
  const [from, to] = [isoDate(daysOf(monthsLater(last, 1 - months)).first), isoDate(daysOf(last).first)]
  const units = actor?.hat?.units ?? []
  const { rows } = await sql<Row>`
    with listed as (select generate_series(${from}::date, ${to}::date, interval '1 month')::date as month),
    signed as (
      select distinct stay.id as stay_id, known.first_day, coalesce(least(known.last_day, stay.exit_day), '2999-12-31') as last_day
      from siae_stay as stay join contract on contract.stay_id = stay.id
      join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where stay.siae_id = ${siaeId} and stay.cancelled_at is null
        and ${actor && readsOwnTeamOnly(actor) ? sql`stay.unit_id = any (${units}::uuid[])` : sql`true`}
    ),
    typed as (
      select hours.month, hours.stay_id, count(distinct anomaly.id) as anomalies
      from hours join hours_version as known on known.hours_id = hours.id and known.superseded_at is null and not known.cancelled
      left join anomaly on anomaly.subject_id = hours.id and anomaly.subject_table = 'hours' and anomaly.resolved_at is null
      where hours.siae_id = ${siaeId} and hours.month between ${from} and ${to} group by hours.month, hours.stay_id
    ),
    present as (
      select listed.month, signed.stay_id from listed
      join signed on signed.first_day < listed.month + interval '1 month' and signed.last_day >= listed.month and signed.last_day >= signed.first_day
      group by listed.month, signed.stay_id
    )
    select listed.month::text, sheet.state,
      (select count(*)::integer from present where present.month = listed.month) as people,
      (select count(*)::integer from present left join typed on typed.month = present.month and typed.stay_id = present.stay_id
        where present.month = listed.month and typed.stay_id is null) as missing,
      (select coalesce(sum(typed.anomalies), 0)::integer from typed where typed.month = listed.month) as anomalies,
      coalesce((select sum(total.counted) from month_total as total
        where total.sheet_id = sheet.id and total.superseded_at is null and total.withdrawn_at is null), 0)::bigint as counted,
      coalesce((select sum(total.held_back) from month_total as total
        where total.sheet_id = sheet.id and total.superseded_at is null and total.withdrawn_at is null), 0)::bigint as held_back
    from listed left join month_sheet as sheet on sheet.siae_id = ${siaeId} and sheet.month = listed.month
    where sheet.id is not null or exists (select from present where present.month = listed.month)
    order by listed.month desc`.execute(tx)
  return rows.map((row) => {
    const month = monthOf(day(row.month))
    const dueOn = sheetDueOn(law, month)
    const open = row.state === null || row.state === 'draft' || row.state === 'reopened'
    return {
      month,
      state: row.state ?? 'missing',
      people: row.people,
      missing: open ? row.missing : 0,
      anomalies: row.anomalies,
      counted: centiHours(row.counted),
      heldBack: centiHours(row.held_back),
      dueOn,
      late: open && dueOn < today,
    }
  })
}

/** The structures of my organisation, open today or closed in the last year, by name. */
export async function mySiaes(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  organisationId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from siae where organisation_id = ${organisationId} and (last_day is null or last_day >= ${isoDate(today)}::date - interval '1 year')
    order by name_key`.execute(tx)
  return rows
}

/** A structure of my territory in a month, as an officer reads it. */
export interface TerritoryMonth {
  readonly siaeId: string
  readonly siaeName: string
  readonly kind: string
  /** `missing`: not validated, whatever is typed inside. */
  readonly state: SheetState | 'missing'
  readonly counted: CentiHours
  readonly heldBack: CentiHours
}

/** The structures of the départements where I act, with their month once validated; one statement. Row security says which totals. */
export async function territoryMonths({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, month: Month): Promise<readonly TerritoryMonth[]> {
  const on = isoDate(daysOf(month).first)
  const { rows } = await sql<{ id: string; name: string; kind: string; state: SheetState | null; counted: number; held_back: number }>`
    select siae.id, siae.name, siae.kind, sheet.state, coalesce(sum(total.counted), 0)::bigint as counted, coalesce(sum(total.held_back), 0)::bigint as held_back
    from siae
    left join month_sheet as sheet on sheet.siae_id = siae.id and sheet.month = ${on}
    left join month_total as total on total.sheet_id = sheet.id and total.superseded_at is null and total.withdrawn_at is null
    where siae.territory_id in ${departementsInCharge(actor)}
      and siae.first_day < ${on}::date + interval '1 month' and (siae.last_day is null or siae.last_day >= ${on})
    group by siae.id, sheet.id order by siae.name_key, siae.id`.execute(tx)
  return rows.map((row) => ({
    siaeId: row.id,
    siaeName: row.name,
    kind: row.kind,
    state: row.state ?? 'missing',
    counted: centiHours(row.counted),
    heldBack: centiHours(row.held_back),
  }))
}
