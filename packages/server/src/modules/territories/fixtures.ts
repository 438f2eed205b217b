import { normalised } from '@maillage/kernel'
import type { Tx } from '../../platform/database/database.ts'
import { timeZoneOf } from './import/time-zones.ts'
import { territoriesOf, type TerritoryKind } from './tables.ts'

const SMALL_MAP: readonly (readonly [kind: TerritoryKind, code: string, name: string, within: string | null, inhabitants?: number])[] = [
  ['region', '76', 'Occitanie', null],
  ['region', '04', 'La Réunion', null],
  ['departement', '11', 'Aude', 'region-76'],
  ['departement', '66', 'Pyrénées-Orientales', 'region-76'],
  ['departement', '974', 'La Réunion', 'region-04'],
  ['commune', '11069', 'Carcassonne', 'departement-11', 46_080],
  ['commune', '11262', 'Narbonne', 'departement-11', 55_000],
  ['commune', '11263', 'Narbonne-Plage', 'departement-11', 900],
  ['commune', '66136', 'Perpignan', 'departement-66', 120_000],
  ['commune', '97411', 'Saint-Denis', 'departement-974', 150_000],
]

/** A small true map: two départements of Occitanie and La Réunion, with a few communes. */
export async function aSmallMap(tx: Tx): Promise<void> {
  const db = territoriesOf(tx)
  const vintage = 'test'
  const first_day = '1990-01-01'
  await db
    .insertInto('territory')
    .values(
      SMALL_MAP.map(([kind, code, name]) => ({
        id: `${kind}-${code}`,
        kind,
        code,
        name,
        name_key: normalised(name),
        time_zone: kind === 'departement' ? timeZoneOf(code) : null,
        first_day,
        last_day: null,
        vintage,
        recorded_by: null,
      })),
    )
    .execute()
  await db
    .insertInto('territory_membership')
    .values(
      SMALL_MAP.flatMap(([kind, code, , within]) =>
        within === null ? [] : [{ member_id: `${kind}-${code}`, group_id: within, first_day, last_day: null, vintage }],
      ),
    )
    .execute()
  await db.insertInto('postal_code').values([{ code: '11000', territory_id: 'commune-11069' }, { code: '11100', territory_id: 'commune-11262' }]).execute()
  await db
    .insertInto('population')
    .values(SMALL_MAP.flatMap(([kind, code, , , inhabitants]) => (inhabitants === undefined ? [] : [{ territory_id: `${kind}-${code}`, vintage, inhabitants }])))
    .execute()
}
