import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { Cast } from './cast.ts'
import { loadCarriers } from './load-carriers.ts'
import { loadMembers } from './load-members.ts'
import { loadPartners } from './load-partners.ts'

/** Everybody of one département, before anything happens to anyone. */
export async function loadCast(tx: Tx, cast: Cast): Promise<void> {
  await loadCarriers(tx, cast)
  await loadPartners(tx, cast)
  await loadMembers(tx, cast)
}
