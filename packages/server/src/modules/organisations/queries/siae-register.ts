import { type CalendarDate, isoDate, type OpenPeriod, type SiaeKind, type Siret } from '@maillage/kernel'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { openOf } from '../tables.ts'
import { beginsWords } from './begins-words.ts'

/** What is asked of the register; an empty text asks nothing. */
export interface SiaeFilters {
  readonly words: string
  /** Code of a département: `11`, `974` */
  readonly departement: string
  readonly kind: SiaeKind | ''
  readonly state: 'open' | 'closed' | 'all'
}

export interface SiaeLine {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
  readonly organisationId: string
  readonly organisationName: string
  readonly commune: string
  readonly departement: string
  readonly open: OpenPeriod
  readonly siret: Siret | null
}

export const SIAE_ORDERS = ['nom', 'type', 'porteur', 'commune', 'departement'] as const

const ORDER = {
  nom: sql`siae.name_key`,
  type: sql`siae.kind`,
  porteur: sql`organisation.name_key`,
  commune: sql`commune.name_key`,
  departement: sql`departement.code`,
} as const

interface Row {
  id: string
  name: string
  kind: SiaeKind
  organisation_id: string
  organisation_name: string
  commune: string
  departement: string
  first_day: string
  last_day: string | null
  siret: Siret | null
  total: string
}

const stateIs = (state: SiaeFilters['state'], today: CalendarDate) => {
  if (state === 'all') return sql`true`
  const closed = sql`(siae.last_day is not null and siae.last_day < ${isoDate(today)})`
  return state === 'closed' ? closed : sql`not ${closed}`
}

/**
 * The structures that match, in order, and how many there are in all; one statement. Everybody may read it.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function siaeRegister(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  filters: SiaeFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly SiaeLine[]; readonly total: number }> {
  const order = ORDER[sort.key as keyof typeof ORDER] ?? ORDER.nom
  const direction = sort.direction === 'descending' ? sql`desc` : sql`asc`
  const matching = sql`${stateIs(filters.state, today)}
      and ${filters.kind ? sql`siae.kind = ${filters.kind}` : sql`true`}
      and ${filters.departement ? sql`siae.territory_id = ${`departement-${filters.departement}`}` : sql`true`}
      and ${beginsWords(filters.words, sql`siae.name_key`, sql`organisation.name_key`)}`
  // Counted apart: counted in each line, every structure of the country would be joined to everything that a line shows.
  const carriers = filters.words === '' ? sql`` : sql`join organisation on organisation.id = siae.organisation_id`
  const { rows } = await sql<Row>`
    select siae.id, siae.name, siae.kind, siae.organisation_id, organisation.name as organisation_name, commune.name as commune,
      departement.name as departement, siae.first_day, siae.last_day, siret.siret,
      (select count(*) from siae ${carriers} where ${matching}) as total
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    join territory as commune on commune.id = siae.commune_id
    left join siae_siret as siret on siret.siae_id = siae.id and siret.first_day <= ${isoDate(today)}
      and (siret.last_day is null or siret.last_day >= ${isoDate(today)})
    where ${matching}
    order by ${order} ${direction}, siae.name_key, siae.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map(({ organisation_id, organisation_name, first_day, last_day, total: _total, ...row }) => ({
      ...row,
      organisationId: organisation_id,
      organisationName: organisation_name,
      open: openOf({ first_day, last_day }),
    })),
  }
}
