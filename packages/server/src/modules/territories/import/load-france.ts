import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { normalised } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { sumPopulations } from './sum-populations.ts'
import { timeZoneOf } from './time-zones.ts'

interface Commune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly departement?: string
  readonly codesPostaux?: readonly string[]
  readonly population?: number
}
interface Departement {
  readonly code: string
  readonly nom: string
  readonly region: string
}
interface Named {
  readonly code: string
  readonly nom: string
}
interface Epci extends Named {
  readonly membres: readonly { readonly code: string }[]
}

/** Uninhabited, or reached by nobody's SIAE: no legal day of its own is needed. */
const LEFT_OUT = new Set(['984', '989'])
/** The package of administrative divisions that is installed; part of what every figure by territory depends on. */
const VINTAGE = 'decoupage-administratif 6.0.0'
/** Before any fact of the platform: the package gives today's map, not its history. */
const SINCE = '1990-01-01'

function table<T>(name: string): readonly T[] {
  const path = fileURLToPath(import.meta.resolve(`@etalab/decoupage-administratif/data/${name}.json`))
  return JSON.parse(readFileSync(path, 'utf8')) as readonly T[]
}

/** One column of rows, sent as one array: the whole country goes in a handful of statements. */
const column = (values: readonly (string | null)[]): RawBuilder<string[]> => sql`${values}::text[]`

async function insertTerritories(
  tx: Tx,
  kind: string,
  rows: readonly Named[],
  timeZone: (code: string) => string | null = () => null,
): Promise<void> {
  await sql`
    insert into territory (id, kind, code, name, name_key, time_zone, first_day, vintage)
    select ${`${kind}-`} || code, ${kind}, code, name, name_key, time_zone, ${SINCE}::date, ${VINTAGE}
    from unnest(${column(rows.map(({ code }) => code))}, ${column(rows.map(({ nom }) => nom.replaceAll("'", '’')))},
      ${column(rows.map(({ nom }) => normalised(nom)))}, ${column(rows.map(({ code }) => timeZone(code)))}) as row(code, name, name_key, time_zone)`.execute(
    tx,
  )
}

async function insertMemberships(tx: Tx, pairs: readonly (readonly [member: string, group: string])[]): Promise<void> {
  await sql`
    insert into territory_membership (member_id, group_id, first_day, vintage)
    select member, grouping, ${SINCE}::date, ${VINTAGE}
    from unnest(${column(pairs.map(([member]) => member))}, ${column(pairs.map(([, group]) => group))}) as row(member, grouping)`.execute(
    tx,
  )
}

/**
 * Fills the territories with today's official map: régions, départements with their legal time, EPCI, communes, postal codes, populations.
 * The licence of the data is open (Licence Ouverte); its vintage is kept on each row.
 */
export async function loadFranceTerritories(tx: Tx): Promise<void> {
  const departements = table<Departement>('departements').filter(({ code }) => !LEFT_OUT.has(code))
  const regions = table<Named>('regions').filter(({ code }) => !LEFT_OUT.has(code))
  const known = new Set(departements.map(({ code }) => code))
  const communes = table<Commune>('communes').filter(
    ({ type, departement }) => type === 'commune-actuelle' && departement !== undefined && known.has(departement),
  )
  const current = new Set(communes.map(({ code }) => code))
  const epci = table<Epci>('epci')

  await insertTerritories(tx, 'region', regions)
  await insertTerritories(tx, 'departement', departements, timeZoneOf)
  await insertTerritories(tx, 'epci', epci)
  await insertTerritories(tx, 'commune', communes)
  await insertMemberships(
    tx,
    departements.map(({ code, region }) => [`departement-${code}`, `region-${region}`]),
  )
  await insertMemberships(
    tx,
    communes.map(({ code, departement }) => [`commune-${code}`, `departement-${departement}`]),
  )
  await insertMemberships(
    tx,
    epci.flatMap(({ code, membres }) =>
      membres.filter((member) => current.has(member.code)).map((member) => [`commune-${member.code}`, `epci-${code}`] as const),
    ),
  )
  const postal = communes.flatMap(({ code, codesPostaux = [] }) => codesPostaux.map((each) => [each, `commune-${code}`] as const))
  await sql`insert into postal_code (code, territory_id) select * from unnest(${column(postal.map(([code]) => code))}, ${column(postal.map(([, id]) => id))})`.execute(
    tx,
  )
  const counted = communes.filter(({ population }) => population !== undefined)
  await sql`
    insert into population (territory_id, vintage, inhabitants)
    select 'commune-' || code, ${VINTAGE}, inhabitants::integer
    from unnest(${column(counted.map(({ code }) => code))}, ${column(counted.map(({ population }) => String(population)))}) as row(code, inhabitants)`.execute(
    tx,
  )
  await sumPopulations(tx, VINTAGE)
}
