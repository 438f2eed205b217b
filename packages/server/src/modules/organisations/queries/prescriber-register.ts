import { isoDate, type OpenPeriod } from '@maillage/kernel'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { openOf } from '../tables.ts'
import { beginsWords } from './begins-words.ts'

export interface PrescriberFilters {
  readonly words: string
  /** Code of a département */
  readonly departement: string
  /** `authorised` by either right; `none`: orients people, prescribes nothing. */
  readonly right: 'authorised' | 'order' | 'prefect' | 'none'
}

export interface PrescriberLine {
  readonly id: string
  readonly name: string
  readonly territories: readonly string[]
  readonly authorisation: { readonly kind: string; readonly basis: 'order' | 'prefect'; readonly open: OpenPeriod } | null
}

export const PRESCRIBER_ORDERS = ['nom', 'fin'] as const

interface Row {
  id: string
  name: string
  territories: readonly string[]
  prescriber_kind: string | null
  basis: 'order' | 'prefect' | null
  first_day: string | null
  last_day: string | null
  total: string
}

const RIGHTS = {
  authorised: sql`held.id is not null`,
  order: sql`held.basis = 'order'`,
  prefect: sql`held.basis = 'prefect'`,
  none: sql`held.id is null`,
} as const

/** Organisations that hold the function of prescriber today, with the right they prescribe by today; one statement. Everybody may read it. */
export async function prescriberRegister(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  filters: PrescriberFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly PrescriberLine[]; readonly total: number }> {
  const on = isoDate(today)
  const reaches = filters.departement
    ? sql`bool_or(${`departement-${filters.departement}`} in (select departements_of(acts.territory_id)))`
    : sql`true`
  const order = sort.key === 'fin' ? sql`held.last_day` : sql`organisation.name_key`
  const { rows } = await sql<Row>`
    with acting as (
      select acts.organisation_id, array_agg(territory.name order by territory.code) as territories, ${reaches} as there
      from organisation_function as acts join territory on territory.id = acts.territory_id
      where acts.function = 'prescriber' and acts.first_day <= ${on} and (acts.last_day is null or acts.last_day >= ${on})
      group by acts.organisation_id
    )
    select organisation.id, organisation.name, to_jsonb(acting.territories) as territories, held.prescriber_kind, held.basis, held.first_day,
      held.last_day, count(*) over () as total
    from acting
    join organisation on organisation.id = acting.organisation_id
    left join authorisation as held on held.organisation_id = acting.organisation_id
      and held.first_day <= ${on} and (held.last_day is null or held.last_day >= ${on})
    where ${RIGHTS[filters.right]}
      and acting.there
      and ${beginsWords(filters.words, sql`organisation.name_key`)}
    order by ${order} ${sort.direction === 'descending' ? sql`desc` : sql`asc`} nulls last, organisation.name_key, organisation.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map(({ id, name, territories, prescriber_kind, basis, first_day, last_day }) => ({
      id,
      name,
      territories,
      authorisation: prescriber_kind && basis && first_day ? { kind: prescriber_kind, basis, open: openOf({ first_day, last_day }) } : null,
    })),
  }
}
