import { normalised } from '@maillage/kernel'
import type { PlacementClient } from '@maillage/rules/employment'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** What is asked of the list of clients; without a state, those that are clients today. */
export interface ClientFilters {
  readonly words: string
  readonly category: PlacementClient | ''
  readonly state: 'former' | 'all' | ''
}

export interface ClientLine {
  readonly id: string
  readonly name: string
  readonly category: PlacementClient
  readonly commune: string
  readonly siret: string | null
  readonly former: boolean
  /** Its requests that wait for somebody. */
  readonly waiting: number
}

export const CLIENT_ORDERS = ['client', 'commune'] as const
const ORDER = { client: sql`client.name_key`, commune: sql`commune.name_key` } as const

/**
 * The clients of my organisation, by name, and how many there are in all; never where a household lives but its commune. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function clientRegister(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { words, category, state }: ClientFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly ClientLine[]; readonly total: number }> {
  const begins = normalised(words).split(' ').filter(Boolean).slice(0, 6)
  const wanted = [
    sql`client.organisation_id = ${actor?.hat?.organisationId ?? null}`,
    sql`client.forgotten_at is null`,
    ...(category === '' ? [] : [sql`client.category = ${category}`]),
    ...(state === 'all' ? [] : [state === 'former' ? sql`client.last_day is not null` : sql`client.last_day is null`]),
    ...begins.map((word) => sql`strpos(' ' || client.name_key, ${` ${word}`}) > 0`),
  ]
  const order = ORDER[sort.key as keyof typeof ORDER] ?? ORDER.client
  const { rows } = await sql<ClientLine & { readonly total: string }>`
    select client.id, client.name, client.category, commune.name as commune, client.siret, client.last_day is not null as former,
      (select count(*)::integer from staffing_request as asked where asked.client_id = client.id and asked.state in ('open', 'proposed')) as waiting,
      count(*) over () as total
    from host_client as client join territory as commune on commune.id = client.commune_id
    where ${sql.join(wanted, sql` and `)}
    order by ${order} ${sort.direction === 'descending' ? sql`desc` : sql`asc`}, client.name_key, client.id
    ${page === null ? sql`` : sql`offset ${page.offset} limit ${page.limit}`}`.execute(tx)
  return { rows, total: Number(rows[0]?.total ?? 0) }
}
