import { addDays, type CalendarDate, day, isoDate, type Period, type SiaeKind } from '@maillage/kernel'
import { annexEnd } from '@maillage/rules/agreements'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { beginsWords } from '../../organisations/index.ts'
import type { StandingAnnex } from '../model.ts'
import type { Reach } from '../policy.ts'
import { ANNEX_COLUMNS, type AnnexRow, standingOf } from './annex-row.ts'

/** How many days ahead an end is near. */
const NEAR = 60

export interface AgreementFilters {
  readonly words: string
  readonly kind: SiaeKind | ''
  /** `without`: no annex covers today. `ending`: the annex ends within sixty days and no other follows. */
  readonly state: 'all' | 'without' | 'ending'
}

export interface AgreementLine {
  readonly siaeId: string
  readonly name: string
  readonly kind: SiaeKind
  readonly organisationName: string
  readonly departement: string
  readonly agreement: Period | null
  /** Those of today, of every measure. */
  readonly annexes: readonly StandingAnnex[]
  /** When the last of them ends, as known now. */
  readonly endsOn: CalendarDate | null
}

export const AGREEMENT_ORDERS = ['nom', 'type', 'fin', 'convention'] as const

const ORDER = {
  nom: sql`siae.name_key`,
  type: sql`siae.kind`,
  fin: sql`running.ends_on`,
  convention: sql`held.last_day`,
} as const

interface Row {
  id: string
  name: string
  kind: SiaeKind
  organisation_name: string
  departement: string
  agreed_first: string | null
  agreed_last: string | null
  total: number
}

const stateIs = (state: AgreementFilters['state'], today: CalendarDate) => {
  if (state === 'all') return sql`true`
  if (state === 'without') return sql`running.ends_on is null`
  return sql`running.ends_on <= ${isoDate(addDays(today, NEAR))} and not exists (
    select from financial_annex as following
    where following.siae_id = siae.id and following.cancelled_at is null and following.first_day > running.ends_on)`
}

/**
 * The open structures of the reader's territories with what is agreed today, in two statements.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function agreementRegister(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  { authorityOn, fundsOn }: Reach,
  filters: AgreementFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly AgreementLine[]; readonly total: number }> {
  const on = isoDate(today)
  const order = ORDER[sort.key as keyof typeof ORDER] ?? ORDER.nom
  const direction = sort.direction === 'descending' ? sql`desc nulls last` : sql`asc nulls last`
  const { rows } = await sql<Row>`
    select siae.id, siae.name, siae.kind, organisation.name as organisation_name, departement.name as departement,
      held.first_day as agreed_first, held.last_day as agreed_last, count(*) over () as total
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    left join agreement as held on held.siae_id = siae.id and held.cancelled_at is null and held.first_day <= ${on} and held.last_day >= ${on}
    left join lateral (
      select max(annex.ends_on) as ends_on from financial_annex as annex
      where annex.siae_id = siae.id and annex.cancelled_at is null and annex.first_day <= ${on} and annex.ends_on >= ${on}) as running on true
    where siae.territory_id = any (${[...new Set([...authorityOn, ...fundsOn])]}::text[])
      and siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})
      and ${filters.kind ? sql`siae.kind = ${filters.kind}` : sql`true`}
      and ${beginsWords(filters.words, sql`siae.name_key`, sql`organisation.name_key`)}
      and ${stateIs(filters.state, today)}
    order by ${order} ${direction}, siae.name_key, siae.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  const annexes = await sql<AnnexRow>`
    select ${ANNEX_COLUMNS}
    from financial_annex as annex
    join siae on siae.id = annex.siae_id
    join territory as departement on departement.id = annex.territory_id
    where annex.siae_id = any (${rows.map(({ id }) => id)}::uuid[]) and annex.cancelled_at is null
      and annex.first_day <= ${on} and annex.ends_on >= ${on}
    order by annex.measure, annex.id`.execute(tx)
  const bySiae = Map.groupBy(annexes.rows.map(standingOf), ({ siaeId }) => siaeId)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const running = bySiae.get(row.id) ?? []
      const ends = running.map(({ annex }) => annexEnd(annex)).toSorted((a, b) => b - a)
      return {
        siaeId: row.id,
        name: row.name,
        kind: row.kind,
        organisationName: row.organisation_name,
        departement: row.departement,
        agreement: row.agreed_first && row.agreed_last ? { first: day(row.agreed_first), last: day(row.agreed_last) } : null,
        annexes: running,
        endsOn: ends[0] ?? null,
      }
    }),
  }
}
