import { type CentiHours, centiHours, day, type Month, monthOf } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { HoursFigures, HoursMeasure } from '../model-months.ts'

/** A version of hours that something wrote, with what stood before it and what stands now. */
export interface WrittenHours {
  readonly hoursId: string
  readonly siaeId: string
  readonly stayId: string
  readonly month: Month
  readonly worksiteId: string | null
  readonly measure: HoursMeasure
  readonly version: number
  /** The version of today: another one when somebody changed these hours since. */
  readonly now: number
  /** Null: nothing was written. */
  readonly before: HoursFigures | null
}

interface Row extends Omit<WrittenHours, 'month' | 'before'> {
  month: string
  before: Readonly<Record<keyof HoursFigures, number | null>> | null
}

const figure = (stored: number | null): CentiHours | null => (stored === null ? null : centiHours(stored))

/** Hours as versions wrote them, to take them back; those that the reader may not see are left out. One statement. */
export async function hoursWritten(
  { tx }: Pick<ReadCtx, 'tx'>,
  asked: readonly { readonly hoursId: string; readonly version: number }[],
): Promise<readonly WrittenHours[]> {
  const { rows } = await sql<Row>`
    select hours.id as "hoursId", hours.siae_id as "siaeId", hours.stay_id as "stayId", hours.month, hours.worksite_id as "worksiteId", hours.measure,
      asked.version, now.version as now,
      case when before.version is null or before.cancelled then null else jsonb_build_object('paid', before.paid, 'worked', before.worked,
        'accompaniment', before.accompaniment, 'clause', before.clause) end as before
    from unnest(${asked.map(({ hoursId }) => hoursId)}::uuid[], ${asked.map(({ version }) => version)}::integer[]) as asked (hours_id, version)
    join hours on hours.id = asked.hours_id
    join hours_version as now on now.hours_id = hours.id and now.superseded_at is null
    left join hours_version as before on before.hours_id = hours.id and before.version = asked.version - 1
    order by hours.month, hours.id`.execute(tx)
  return rows.map(({ month, before, ...row }) => ({
    ...row,
    month: monthOf(day(month)),
    before: before && {
      paid: figure(before.paid),
      worked: figure(before.worked),
      accompaniment: figure(before.accompaniment),
      clause: figure(before.clause),
    },
  }))
}
