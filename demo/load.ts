import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { loadFranceTerritories } from '../packages/server/src/modules/territories/import/load-france.ts'
import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'
import { Database, type Tx } from '../packages/server/src/platform/database/database.ts'
import { loadAude } from './aude/load-aude.ts'

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

/** Makes a new database a demonstration and fills it; does nothing to one already filled. */
export async function loadDemonstration(source: ConnectionSource): Promise<void> {
  const held = await source.connect('the demonstration')
  try {
    const { rows } = await held.query('select purpose from maillage.deployment')
    if (rows.length > 0) return
  } finally {
    held.release()
  }
  await asLoader(source, async (tx) => {
    await loadFranceTerritories(tx)
    await loadAude(tx)
    // Last, and in the same transaction: a first start that is interrupted leaves nothing, and the next one begins again.
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('demonstration')`.execute(tx)
  })
}
