import { addDays, type CalendarDate, isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { MadePartner } from '../aude/directory.ts'
import { madeId } from './made-id.ts'

/** The directory of partners of the Aude, each as the team that wrote it left it. */
export async function loadDirectory(tx: Tx, partners: readonly MadePartner[], today: CalendarDate): Promise<void> {
  for (const made of partners) {
    const id = madeId('partner', made.name)
    const on = isoDate(addDays(today, -made.daysAgo))
    const [organisation, by, at] = [madeId('organisation', made.organisation), madeId('account', made.by), `${on}T10:00:00Z`]
    const commune = `commune-${made.commune}`
    await sql`insert into partner (id, departement_id, organisation_id, recorded_at, recorded_by)
      values (${id}, 'departement-11', ${organisation}, ${at}, ${by})`.execute(tx)
    await sql`insert into partner_version (partner_id, version, name, name_key, does, does_key, areas, commune_id, serves_id, phone, conditions,
        organisation_id, recorded_on, recorded_at, recorded_by)
      values (${id}, 1, ${made.name}, ${normalised(made.name)}, ${made.does}, ${normalised(made.does)}, ${[...made.areas]}, ${commune},
        ${made.everybody ? 'departement-11' : commune}, ${made.phone}, ${made.conditions}, ${organisation}, ${on}, ${at}, ${by})`.execute(
      tx,
    )
  }
}
