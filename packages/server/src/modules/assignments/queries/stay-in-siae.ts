import { day, type OpenPeriod, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The kind of a structure of my organisation and the days of a stay there; undefined when the stay is elsewhere, or was cancelled. One statement. */
export async function stayInSiae(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, stayId }: { readonly siaeId: string; readonly stayId: string },
): Promise<{ readonly kind: SiaeKind; readonly open: OpenPeriod } | undefined> {
  const { rows } = await sql<{ kind: SiaeKind; first: string; last: string | null }>`
    select siae.kind, stay.entry_day as first, stay.exit_day as last
    from siae_stay as stay join siae on siae.id = stay.siae_id
    where stay.id = ${stayId} and stay.siae_id = ${siaeId} and stay.cancelled_at is null
      and stay.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)`.execute(tx)
  const [row] = rows
  return row && { kind: row.kind, open: { first: day(row.first), last: row.last === null ? null : day(row.last) } }
}
