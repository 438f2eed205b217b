import { randomUUIDv7 } from 'node:crypto'
import { isoDate } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { sql } from 'kysely'
import { legalDay } from '../../platform/clock.ts'
import { PARIS } from '../../platform/command/context.ts'
import type { EventHandler } from '../../platform/events/event-handler.ts'
import { type BirthColumns, birthIn } from './birth-in.ts'
import { type ContractRow, keepHoursWarnings, LOOKED_BACK } from './keep-hours-warnings.ts'

/** A contract was written beside those of other employers: each reads on its own line what the sum says, and none writes in the register of another. */
export const warnOtherEmployers: EventHandler = {
  name: 'employment/warn-other-employers',
  event: 'employment/shared-hours-changed',
  async handle({ tx, now, event: { ids } }) {
    const personId = ids['person']
    if (personId === undefined) return
    const today = legalDay(now, PARIS)
    const births = await sql<BirthColumns>`select birth_date, birth_precision from person where id = ${personId}`.execute(tx)
    const { rows } = await sql<ContractRow>`
      select contract.id as contract_id, version.first_day, least(version.last_day, stay.exit_day) as last_day, version.weekly_hours
      from contract
      join siae_stay as stay on stay.id = contract.stay_id and stay.cancelled_at is null
      join contract_version as version on version.contract_id = contract.id and version.superseded_at is null and not version.cancelled
      where contract.person_id = ${personId}
        and coalesce(least(version.last_day, stay.exit_day), '2999-12-31') >= greatest(version.first_day, ${isoDate(today)}::date - ${LOOKED_BACK}::integer)`.execute(
      tx,
    )
    const birth = births.rows[0] && birthIn(births.rows[0])
    await keepHoursWarnings({ tx, law: nationalLaw, now, ids: { next: () => randomUUIDv7() } }, personId, { rows, birth, today })
  },
}
