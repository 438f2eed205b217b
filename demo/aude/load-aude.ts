import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import { loadCarriers } from './load-carriers.ts'
import { loadPartners } from './load-partners.ts'
import { loadPeople } from './load-people.ts'

/** The Aude as the demonstration shows it: real places, invented structures and people, always the same. */
export async function loadAude(tx: Tx): Promise<void> {
  await loadCarriers(tx)
  await loadPartners(tx)
  await loadPeople(tx)
}
