import { type CalendarDate, day } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { sql } from 'kysely'
import { loadFranceTerritories } from '../packages/server/src/modules/territories/import/load-france.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'
import { Database, type Tx } from '../packages/server/src/platform/database/database.ts'
import { AUDE } from './aude/cast.ts'
import { loadCast } from './cast/load-cast.ts'
import { makePathways, writePathways } from './cast/load-pathways.ts'

const LOADER = {
  account: null,
  session: null,
  organisation: null,
  units: [],
  functions: [],
  territories: [],
  subjectPerson: null,
  purpose: null,
  today: day('2026-01-01'),
  requestId: '00000000-0000-0000-0000-000000000000',
} as const

/** Runs `work` as the loader, which bypasses row security: only for a database being filled. */
export const asLoader = <T>(source: ConnectionSource, work: (tx: Tx) => Promise<T>): Promise<T> =>
  new Database(source).transaction({ role: 'maillage_loader', context: LOADER }, work)

export const todayInFrance = (): CalendarDate => day(systemClock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString())

/** Makes a new database a demonstration and fills it up to `today`; does nothing to one already filled. */
export async function loadDemonstration(source: ConnectionSource, today: CalendarDate = todayInFrance()): Promise<void> {
  const held = await source.connect('the demonstration')
  try {
    const { rows } = await held.query('select purpose from maillage.deployment')
    if (rows.length > 0) return
  } finally {
    held.release()
  }
  await asLoader(source, async (tx) => {
    // The same rows, with every key checked, are loaded on PostgreSQL by the tests: the first start of the embedded database checks them no more.
    if (source.kind === 'embedded') {
      await sql`reset role`.execute(tx)
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`set local role maillage_loader`.execute(tx)
    }
    const [pathways] = await Promise.all([makePathways(nationalLaw, AUDE, today), loadFranceTerritories(tx).then(() => loadCast(tx, AUDE))])
    await writePathways(tx, pathways)
    // Last, and in the same transaction: a first start that is interrupted leaves nothing, and the next one begins again.
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('demonstration')`.execute(tx)
    // The embedded database has nobody to count its rows in the night: without that, the first plans believe that every table is empty.
    await sql`analyze`.execute(tx)
  })
}
