import { day, daysOf, isoDate, monthOf, monthsLater } from '@maillage/kernel'
import { sheetDueOn } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { mayReadMonths, readsTotalsFromOutside } from '../policy.ts'

/** How much of the months of my structures waits for somebody. */
export interface MonthsWaiting {
  /** Months over, with contracts, that are not validated. */
  readonly open: number
  readonly late: number
  /** Months validated and over that are not sent. */
  readonly toSend: number
}

const NOTHING: MonthsWaiting = { open: 0, late: 0, toSend: 0 }
const MONTHS_BACK = 12

/** The months over that wait in the structures of my organisation; one statement, none for whoever has no month to look after. */
export async function monthsWaiting({ tx, actor, today, law }: Pick<ReadCtx, 'tx' | 'actor' | 'today' | 'law'>): Promise<MonthsWaiting> {
  if (!actor?.hat || !mayReadMonths(actor) || readsTotalsFromOutside(actor)) return NOTHING
  const now = monthOf(today)
  const [from, to] = [isoDate(daysOf(monthsLater(now, -MONTHS_BACK)).first), isoDate(daysOf(monthsLater(now, -1)).first)]
  const { rows } = await sql<{ month: string; state: string }>`
    select listed.month::date::text as month, coalesce(sheet.state, 'missing') as state
    from siae cross join generate_series(${from}::date, ${to}::date, interval '1 month') as listed (month)
    left join month_sheet as sheet on sheet.siae_id = siae.id and sheet.month = listed.month::date
    where siae.organisation_id = ${actor.hat.organisationId} and coalesce(sheet.state, '') <> 'sent'
      and (sheet.id is not null or exists (
        select from siae_stay as stay join contract on contract.stay_id = stay.id
        join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
        where stay.siae_id = siae.id and stay.cancelled_at is null and known.first_day < listed.month + interval '1 month'
          and coalesce(least(known.last_day, stay.exit_day), '2999-12-31') >= greatest(listed.month::date, known.first_day)))`.execute(tx)
  const open = rows.filter(({ state }) => state !== 'validated')
  return {
    open: open.length,
    late: open.filter(({ month }) => sheetDueOn(law, monthOf(day(month))) < today).length,
    toSend: rows.length - open.length,
  }
}
