import { type CalendarDate, day, type OpenPeriod, type SiaeKind, type Siret } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

export interface WorksiteLine {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly commune: string
  readonly open: OpenPeriod
}

/** What anybody registered may know of a structure. */
export interface SiaeCard {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly name: string
  readonly kind: SiaeKind
  readonly departement: string
  readonly commune: string
  readonly open: OpenPeriod
  readonly siret: { readonly number: Siret; readonly since: CalendarDate } | null
  readonly worksites: readonly WorksiteLine[]
}

interface Row {
  id: string
  organisation_id: string
  organisation_name: string
  name: string
  kind: SiaeKind
  departement: string
  commune: string
  first_day: string
  last_day: string | null
  siret: Siret | null
  siret_since: string | null
  worksites: readonly { id: string; name: string; address: string | null; commune: string; first_day: string; last_day: string | null }[]
}

const openOf = (row: { first_day: string; last_day: string | null }): OpenPeriod => ({
  first: day(row.first_day),
  last: row.last_day === null ? null : day(row.last_day),
})

/** One structure with its places of work, in one statement; undefined when there is none with this id. */
export async function siaeCard({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<SiaeCard | undefined> {
  const { rows } = await sql<Row>`
    select siae.id, siae.organisation_id, organisation.name as organisation_name, siae.name, siae.kind, departement.name as departement,
      commune.name as commune, siae.first_day, siae.last_day, siret.siret, siret.first_day as siret_since,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', worksite.id, 'name', worksite.name, 'address', worksite.address, 'commune', place.name,
          'first_day', worksite.first_day, 'last_day', worksite.last_day) order by worksite.last_day nulls first, worksite.name_key)
        from worksite join territory as place on place.id = worksite.commune_id
        where worksite.siae_id = siae.id), '[]') as worksites
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    join territory as commune on commune.id = siae.commune_id
    left join siae_siret as siret on siret.siae_id = siae.id and siret.last_day is null
    where siae.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    name: row.name,
    kind: row.kind,
    departement: row.departement,
    commune: row.commune,
    open: openOf(row),
    siret: row.siret && row.siret_since ? { number: row.siret, since: day(row.siret_since) } : null,
    worksites: row.worksites.map(({ id, name, address, commune, ...dates }) => ({ id, name, address, commune, open: openOf(dates) })),
  }
}
