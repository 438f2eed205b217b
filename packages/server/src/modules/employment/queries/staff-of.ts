import { type CalendarDate, day, isoDate, type OpenPeriod } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StaffRole } from '../messages.fr.ts'
import { employmentOf } from '../tables.ts'

/** A permanent post of a structure: a function and a part of a full time, never who holds it. */
export interface StaffPost {
  readonly id: string
  readonly role: StaffRole
  readonly label: string
  /** Hundredths of a full-time equivalent. */
  readonly fte: number
  readonly open: OpenPeriod
  readonly version: number
}

/**
 * The permanent posts of a structure that run at some time between two days, those of its carrier only; all of them for a job. One statement.
 * @example await staffOf(ctx, { siaeId, first: day('2026-01-01'), last: day('2026-12-31') })
 */
export async function staffOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<readonly StaffPost[]> {
  const rows = await employmentOf(tx)
    .selectFrom('staff_post')
    .selectAll()
    .where('siae_id', '=', siaeId)
    .where('first_day', '<=', isoDate(last))
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>=', isoDate(first))]))
    .orderBy('role')
    .orderBy('first_day')
    .orderBy('id')
    .execute()
  return rows.map(({ id, role, label, fte, first_day, last_day, version }) => ({
    id,
    role,
    label,
    fte,
    version,
    open: { first: day(first_day), last: last_day === null ? null : day(last_day) },
  }))
}
