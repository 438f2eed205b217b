import { type CalendarDate, monthOf, monthsLater } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { sql } from 'kysely'
import { loadFranceTerritories } from '../../packages/server/src/modules/territories/import/load-france.ts'
import type { ConnectionSource } from '../../packages/server/src/platform/database/connection.ts'
import { asLoader } from '../as-loader.ts'
import { loadCast } from '../cast/load-cast.ts'
import { makePathways, writePathways } from '../cast/load-pathways.ts'
import { castOf } from './cast-of.ts'
import { sharesOfTheCountry } from './country.ts'

export interface CountryOptions {
  readonly today: CalendarDate
  /** Of the 4 600 structures; 1: all. */
  readonly share?: number
  /** Codes of the only départements wanted. */
  readonly departements?: readonly string[]
  readonly onDepartement?: (done: { readonly name: string; readonly structures: number; readonly rights: number }) => void
}

const MONTHS = 24

/**
 * Fills a new database with two years of the whole country, département by département, each in one transaction: the real map, invented structures and people.
 * It is a demonstration once the last département is there; one that was interrupted is begun again in a new database.
 */
export async function loadCountry(
  source: ConnectionSource,
  { today, share = 1, departements, onDepartement }: CountryOptions,
): Promise<void> {
  await asLoader(source, loadFranceTerritories)
  const from = monthsLater(monthOf(today), -MONTHS)
  let numbered = 0
  for (const [position, each] of sharesOfTheCountry(share).entries()) {
    const structures = Object.values(each.structures).reduce((sum, number) => sum + number, 0)
    if (structures === 0 || (departements && !departements.includes(each.code))) continue
    const cast = castOf(each, position)
    const pathways = await makePathways(nationalLaw, cast, today, { from, numberedAfter: numbered })
    await asLoader(source, async (tx) => {
      await loadCast(tx, cast)
      await writePathways(tx, pathways)
    })
    onDepartement?.({ name: each.name, structures, rights: pathways.numbered - numbered })
    numbered = pathways.numbered
  }
  await asLoader(source, async (tx) => {
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('demonstration')`.execute(tx)
    await sql`analyze`.execute(tx)
  })
}
