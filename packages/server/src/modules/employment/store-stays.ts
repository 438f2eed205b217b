import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { ContractType, SiaeStay } from './model.ts'
import { employmentOf } from './tables.ts'

const dayOrNull = (written: string | null) => (written === null ? null : day(written))

/** One stay of my structures that was not cancelled; undefined for anybody else. */
export async function findStay({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<SiaeStay | undefined> {
  const row = await employmentOf(tx)
    .selectFrom('siae_stay')
    .selectAll()
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id,
      kind: row.kind,
      personId: row.person_id,
      organisationId: row.organisation_id,
      siaeId: row.siae_id,
      open: { first: day(row.entry_day), last: dayOrNull(row.exit_day) },
    }
  )
}

/** The stay ends on a day, or goes on; `siae_stay_once_at_a_time` stands behind. */
export async function setExitDay({ tx }: Ctx, stayId: string, on: CalendarDate | null): Promise<void> {
  await employmentOf(tx)
    .updateTable('siae_stay')
    .set({ exit_day: on === null ? null : isoDate(on) })
    .where('id', '=', stayId)
    .execute()
}

/** What the end of a stay does to its contracts is written with these words, so that it can be told from what was signed. */
export const ENDED_BY_EXIT = 'exit'
/** Why a version says that the contract was broken before its term; then the reason of the form. */
export const BROKEN = 'ended: '
export const EXIT_UNDONE = 'exit cancelled'

/** A contract of a stay that stands: its last day as it is known, and as it was agreed before any exit shortened it. */
export interface ContractEnd {
  readonly id: string
  readonly type: ContractType
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly agreedLast: CalendarDate | null
}

/** The contracts of a stay that stand, the oldest first. */
export async function contractEnds({ tx }: Pick<Ctx, 'tx'>, stayId: string): Promise<readonly ContractEnd[]> {
  const { rows } = await sql<{ id: string; type: ContractType; first_day: string; last_day: string | null; agreed_last: string | null }>`
    select contract.id, known.type, known.first_day, known.last_day, agreed.last_day as agreed_last
    from contract
    join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    join lateral (
      select version.last_day from contract_version as version
      where version.contract_id = contract.id and version.reason is distinct from ${ENDED_BY_EXIT}
      order by version.version desc limit 1) as agreed on true
    where contract.stay_id = ${stayId}
    order by known.first_day, contract.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    first: day(row.first_day),
    last: dayOrNull(row.last_day),
    agreedLast: dayOrNull(row.agreed_last),
  }))
}
