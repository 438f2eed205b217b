import { type CalendarDate, day, daysOf, isoDate, type Month, monthOf, monthsLater } from '@maillage/kernel'
import { sheetDueOn } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { mayReadMonths, readsTotalsFromOutside } from '../policy.ts'
import { departementsInCharge } from './departements-in-charge.ts'

/** A structure that has not validated months that were due. */
export interface LateStructure {
  readonly siaeId: string
  readonly siaeName: string
  readonly kind: string
  /** The oldest first; at least one. */
  readonly months: readonly Month[]
  /** The day by which the oldest was to be validated. */
  readonly dueOn: CalendarDate
}

const MONTHS_BACK = 12

/**
 * The structures of the départements where I act that are late with a month of the last twelve, the longest delay first; one statement, none for
 * whoever does not read months from outside. A month that the structure takes back or that was opened again waits for it like the others.
 */
export async function lateStructures({
  tx,
  actor,
  today,
  law,
}: Pick<ReadCtx, 'tx' | 'actor' | 'today' | 'law'>): Promise<readonly LateStructure[]> {
  if (!actor?.hat || !mayReadMonths(actor) || !readsTotalsFromOutside(actor)) return []
  const due = Array.from({ length: MONTHS_BACK }, (_, back) => monthsLater(monthOf(today), -1 - back)).filter(
    (month) => sheetDueOn(law, month) < today,
  )
  const { rows } = await sql<{ id: string; name: string; kind: string; months: string[] }>`
    select siae.id, siae.name, siae.kind, array_agg(listed.month::text order by listed.month) as months
    from siae join unnest(${due.map((month) => isoDate(daysOf(month).first))}::date[]) as listed (month)
      on siae.first_day < listed.month + interval '1 month' and (siae.last_day is null or siae.last_day >= listed.month)
    left join month_sheet as sheet on sheet.siae_id = siae.id and sheet.month = listed.month
    where siae.territory_id in ${departementsInCharge(actor)} and coalesce(sheet.state, 'missing') not in ('validated', 'sent')
    group by siae.id order by min(listed.month), count(*) desc, siae.name_key, siae.id`.execute(tx)
  return rows.map(({ id, name, kind, months: [first = '', ...others] }) => {
    const oldest = monthOf(day(first))
    return {
      siaeId: id,
      siaeName: name,
      kind,
      months: [oldest, ...others.map((each) => monthOf(day(each)))],
      dueOn: sheetDueOn(law, oldest),
    }
  })
}
