import { randomUUIDv7 } from 'node:crypto'
import { normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { OrganisationFunction } from '../../platform/command/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { sumPopulations } from './import/sum-populations.ts'
import { timeZoneOf } from './import/time-zones.ts'
import type { TerritoryKind } from './model.ts'
import { territoriesOf } from './tables.ts'

const SMALL_MAP: readonly (readonly [kind: TerritoryKind, code: string, name: string, within: string | null, inhabitants?: number])[] = [
  ['region', '76', 'Occitanie', null],
  ['region', '04', 'La Réunion', null],
  ['departement', '11', 'Aude', 'region-76'],
  ['departement', '66', 'Pyrénées-Orientales', 'region-76'],
  ['departement', '974', 'La Réunion', 'region-04'],
  ['epci', '200035715', 'CA Carcassonne Agglo', null],
  ['commune', '11069', 'Carcassonne', 'departement-11', 46_080],
  ['commune', '11262', 'Narbonne', 'departement-11', 55_000],
  ['commune', '11263', 'Narbonne-Plage', 'departement-11', 900],
  ['commune', '11188', 'La Palme', 'departement-11', 1995],
  ['commune', '11361', 'Saint-Papoul', 'departement-11', 800],
  ['commune', '66136', 'Perpignan', 'departement-66', 120_000],
  ['commune', '66195', 'Le Soler', 'departement-66', 7942],
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
      [
        ...SMALL_MAP.map(([kind, code, , within]) => [`${kind}-${code}`, within] as const),
        ['commune-11069', 'epci-200035715'] as const,
      ].flatMap(([member_id, group_id]) => (group_id === null ? [] : [{ member_id, group_id, first_day, last_day: null, vintage }])),
    )
    .execute()
  await db
    .insertInto('postal_code')
    .values([
      { code: '11000', territory_id: 'commune-11069' },
      { code: '11100', territory_id: 'commune-11262' },
    ])
    .execute()
  await db
    .insertInto('population')
    .values(
      SMALL_MAP.flatMap(([kind, code, , , inhabitants]) =>
        inhabitants === undefined ? [] : [{ territory_id: `${kind}-${code}`, vintage, inhabitants }],
      ),
    )
    .execute()
  await sumPopulations(tx, vintage)
}

/** Somebody who works for an organisation acting in a territory. In plain SQL: the builders of the slices above are out of reach from here. */
export async function aWorker(
  tx: Tx,
  {
    role,
    does = 'authority',
    territory = 'departement-11',
    name = 'DDETS de l’Aude',
  }: { role: string; does?: OrganisationFunction; territory?: string; name?: string },
): Promise<{ readonly accountId: string; readonly organisationId: string }> {
  const [accountId, organisationId] = [randomUUIDv7(), randomUUIDv7()]
  const email = `${accountId}@exemple.test`
  await sql`insert into account (id, email, email_key, display_name, state, created_at) values (${accountId}, ${email}, ${email}, 'Camille Roux', 'active', '2020-01-01')`.execute(
    tx,
  )
  await sql`insert into organisation (id, name, name_key, recorded_at) values (${organisationId}, ${name}, ${normalised(name)}, '2020-01-01')`.execute(
    tx,
  )
  await sql`
    insert into organisation_function (id, organisation_id, function, territory_id, first_day, recorded_at)
    values (${randomUUIDv7()}, ${organisationId}, ${does}, ${territory}, '2020-01-01', '2020-01-01')`.execute(tx)
  await sql`
    insert into membership (id, account_id, organisation_id, display_name, role, first_day, recorded_at)
    values (${randomUUIDv7()}, ${accountId}, ${organisationId}, 'Camille Roux', ${role}, '2020-01-01', '2020-01-01')`.execute(tx)
  return { accountId, organisationId }
}
