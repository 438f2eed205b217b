import { type CalendarDate, day } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { sql } from 'kysely'
import { loadFranceTerritories } from '../packages/server/src/modules/territories/import/load-france.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'
import type { Tx } from '../packages/server/src/platform/database/database.ts'
import { asLoader, withoutChecks } from './as-loader.ts'
import { AUDE } from './aude/cast.ts'
import { DIRECTORY } from './aude/directory.ts'
import { WORKSHOPS } from './aude/workshops.ts'
import { loadCast } from './cast/load-cast.ts'
import { loadDirectory } from './cast/load-directory.ts'
import { makePathways, writePathways } from './cast/load-pathways.ts'
import { loadPlacements } from './cast/load-placements.ts'
import { loadSpace } from './cast/load-space.ts'
import { loadWorkshops } from './cast/load-workshops.ts'

export const todayInFrance = (): CalendarDate => day(systemClock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString())

/** Whether the database was begun with the places of France: see `prepared-base.ts`. */
async function hasPlaces(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from territory limit 1`.execute(tx)
  return rows.length > 0
}

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
    if (source.kind === 'embedded') await withoutChecks(tx)
    const placed = (await hasPlaces(tx)) ? Promise.resolve() : loadFranceTerritories(tx)
    const [pathways] = await Promise.all([makePathways(nationalLaw, AUDE, today), placed.then(() => loadCast(tx, AUDE))])
    await writePathways(tx, pathways)
    await loadPlacements(tx, today)
    await loadWorkshops(tx, WORKSHOPS, today)
    await loadDirectory(tx, DIRECTORY, today)
    await loadSpace(tx)
    // Last, and in the same transaction: a first start that is interrupted leaves nothing, and the next one begins again.
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('demonstration')`.execute(tx)
    // The embedded database has nobody to count its rows in the night: without that, the first plans believe that every table is empty.
    await sql`analyze`.execute(tx)
  })
}
