import { type CalendarDate, type Cents, centiHours, cents, day, type SiaeKind } from '@maillage/kernel'
import { type AnnexAmendment, type AnnexMeasure, centiPosts, endWithStructure } from '@maillage/rules/agreements'
import { type RawBuilder, sql } from 'kysely'
import type { StandingAnnex } from '../model.ts'

/** What an amendment changes, as its row says it. */
export interface AmendmentFacts {
  readonly kind: 'posts' | 'end'
  readonly known_on: string
  readonly effect_on: string | null
  readonly posts: number | null
  readonly last_day: string | null
}

export interface AnnexRow {
  readonly id: string
  readonly siae_id: string
  readonly agreement_id: string
  readonly number: string | null
  readonly kind: SiaeKind
  readonly siae_last_day: string | null
  readonly measure: AnnexMeasure
  readonly departement: string
  readonly first_day: string
  readonly last_day: string
  readonly posts: number
  readonly known_on: string
  readonly hours_of_one_fte: number | null
  readonly amount: number | null
  readonly cofinancing_departement: number | null
  readonly cofinancing_total: number | null
  readonly acts: readonly AmendmentFacts[]
}

/** The columns of `AnnexRow`, from `financial_annex as annex` with its structure and its département. */
export const ANNEX_COLUMNS: RawBuilder<unknown> = sql`
  annex.id, annex.siae_id, annex.agreement_id, annex.number, siae.kind, siae.last_day as siae_last_day, annex.measure, departement.code as departement, annex.first_day,
  annex.last_day, annex.posts, annex.known_on, annex.hours_of_one_fte, annex.amount, annex.cofinancing_departement, annex.cofinancing_total,
  coalesce((
    select jsonb_agg(jsonb_build_object('kind', act.kind, 'known_on', act.known_on, 'effect_on', act.effect_on, 'posts', act.posts,
      'last_day', act.last_day) order by act.recorded_at, act.known_on, act.id)
    from annex_amendment as act where act.annex_id = annex.id and act.cancelled_at is null), '[]') as acts`

const dayOf = (written: string | null): CalendarDate => day(written ?? '')

/** An amendment as the rules read it. */
export const amendmentOf = (row: AmendmentFacts): AnnexAmendment =>
  row.kind === 'end'
    ? { kind: 'end', knownOn: day(row.known_on), last: dayOf(row.last_day) }
    : { kind: 'posts', knownOn: day(row.known_on), effectOn: dayOf(row.effect_on), posts: centiPosts(row.posts ?? 0) }

const centsOf = (written: number | null): Cents | null => (written === null ? null : cents(written))

/** An annex as the rules read it: ended with its structure when that one ended before. */
export function standingOf(row: AnnexRow): StandingAnnex {
  const [departement, total] = [centsOf(row.cofinancing_departement), centsOf(row.cofinancing_total)]
  return {
    id: row.id,
    siaeId: row.siae_id,
    agreementId: row.agreement_id,
    number: row.number,
    amount: centsOf(row.amount),
    annex: endWithStructure(
      {
        kind: row.kind,
        measure: row.measure,
        departement: row.departement,
        period: { first: day(row.first_day), last: day(row.last_day) },
        posts: centiPosts(row.posts),
        knownOn: day(row.known_on),
        amendments: row.acts.map(amendmentOf),
        ...(row.hours_of_one_fte === null ? {} : { hoursOfOneFte: centiHours(row.hours_of_one_fte) }),
        ...(departement === null || total === null ? {} : { cofinancing: { departement, total } }),
      },
      row.siae_last_day === null ? null : day(row.siae_last_day),
    ),
  }
}
