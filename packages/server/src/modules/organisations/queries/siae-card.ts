import { type CalendarDate, isoDate, type OpenPeriod, type SiaeKind, type Siret } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { UnitKind } from '../model.ts'
import { type Dated, openOf } from '../tables.ts'

export interface WorksiteLine {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly commune: string
  readonly open: OpenPeriod
}

export interface SiretLine {
  readonly number: Siret
  readonly open: OpenPeriod
}

/** What anybody may know of a structure. */
export interface SiaeCard {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly name: string
  readonly kind: SiaeKind
  readonly departement: string
  /** Its territory, where an authority or a funder may be competent. */
  readonly territoryId: string
  readonly commune: string
  readonly open: OpenPeriod
  /** The structure that took it over, and those it took over. */
  readonly successor: { readonly id: string; readonly name: string } | null
  readonly takenOver: readonly { readonly id: string; readonly name: string }[]
  /** On this day; later and earlier numbers are in `sirets`. */
  readonly today: CalendarDate
  /** Successive numbers, the latest first. */
  readonly sirets: readonly SiretLine[]
  readonly worksites: readonly WorksiteLine[]
  /** Open teams and agencies. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly kind: UnitKind }[]
}

interface Row extends Dated {
  id: string
  organisation_id: string
  organisation_name: string
  name: string
  kind: SiaeKind
  departement: string
  territory_id: string
  commune: string
  successor: SiaeCard['successor']
  taken_over: SiaeCard['takenOver']
  sirets: readonly (Dated & { number: Siret })[]
  worksites: readonly (Dated & { id: string; name: string; address: string | null; commune: string })[]
  units: SiaeCard['units']
}

/** One structure with its numbers, places of work and teams, in one statement; undefined when there is none with this id. */
export async function siaeCard({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, id: string): Promise<SiaeCard | undefined> {
  const { rows } = await sql<Row>`
    select siae.id, siae.organisation_id, organisation.name as organisation_name, siae.name, siae.kind, departement.name as departement, siae.territory_id,
      commune.name as commune, siae.first_day, siae.last_day,
      (select jsonb_build_object('id', next.id, 'name', next.name) from siae as next where next.id = siae.successor_id) as successor,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', former.id, 'name', former.name) order by former.name_key)
        from siae as former where former.successor_id = siae.id), '[]') as taken_over,
      coalesce((
        select jsonb_agg(jsonb_build_object('number', siret.siret, 'first_day', siret.first_day, 'last_day', siret.last_day) order by siret.first_day desc)
        from siae_siret as siret where siret.siae_id = siae.id), '[]') as sirets,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', worksite.id, 'name', worksite.name, 'address', worksite.address, 'commune', place.name,
          'first_day', worksite.first_day, 'last_day', worksite.last_day) order by worksite.last_day nulls first, worksite.name_key)
        from worksite join territory as place on place.id = worksite.commune_id
        where worksite.siae_id = siae.id), '[]') as worksites,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', unit.id, 'name', unit.name, 'kind', unit.kind) order by unit.name)
        from unit where unit.siae_id = siae.id and unit.first_day <= ${isoDate(today)}
          and (unit.last_day is null or unit.last_day >= ${isoDate(today)})), '[]') as units
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    join territory as commune on commune.id = siae.commune_id
    where siae.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    name: row.name,
    kind: row.kind,
    departement: row.departement,
    territoryId: row.territory_id,
    commune: row.commune,
    open: openOf(row),
    successor: row.successor,
    takenOver: row.taken_over,
    today,
    sirets: row.sirets.map((each) => ({ number: each.number, open: openOf(each) })),
    worksites: row.worksites.map(({ id, name, address, commune, ...dates }) => ({ id, name, address, commune, open: openOf(dates) })),
    units: row.units,
  }
}
