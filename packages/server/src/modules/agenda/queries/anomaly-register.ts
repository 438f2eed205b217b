import { type CalendarDate, day, type RefusalDetails, type Source } from '@maillage/kernel'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'

export type AnomalyState = 'open' | 'settled' | 'all'

/** A fact of my organisation that the law says otherwise. */
export interface AnomalyLine {
  readonly id: string
  readonly rule: string
  readonly facts: RefusalDetails
  readonly source: Source | null
  readonly solver: string
  readonly since: CalendarDate
  readonly settledOn: CalendarDate | null
  readonly resolution: string | null
  /** Of whom; null when no team of mine holds the person. */
  readonly personId: string | null
  readonly personName: string | null
  /** The hire and the PASS that I may open, when the fact is one of theirs. */
  readonly hireId: string | null
  readonly passId: string | null
  /** The month whose hours it is about, as its address ends: `<structure>/2026-07`. */
  readonly monthSheet: string | null
  /** The contract, for a fact of its own, whether or not a hire was declared here. */
  readonly contractId: string | null
  /** The stay whose exit it is about. */
  readonly stayId: string | null
  readonly immersionId: string | null
  /** The structure whose annex it is about, which has no person. */
  readonly annexSiae: { readonly id: string; readonly name: string } | null
}

export const ANOMALY_ORDERS = ['depuis', 'personne'] as const

const STATE = { open: sql`anomaly.resolved_at is null`, settled: sql`anomaly.resolved_at is not null`, all: sql`true` } as const
const ORDER = { depuis: sql`anomaly.since`, personne: sql`named.family_key` } as const

interface Row extends Omit<AnomalyLine, 'since' | 'settledOn' | 'personName' | 'annexSiae'>, NamedRow {
  readonly annex_siae: string | null
  readonly annex_siae_name: string | null
  readonly since: string
  readonly settled_on: string | null
  readonly total: string
}

/** The anomalies of my organisation, in order, and how many there are in all; row security hides those of others, and whom I do not hold. One statement. */
export async function anomalyRegister(
  { tx }: Pick<ReadCtx, 'tx'>,
  state: AnomalyState,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly AnomalyLine[]; readonly total: number }> {
  const order = ORDER[sort.key as keyof typeof ORDER] ?? ORDER.depuis
  const { rows } = await sql<Row>`
    select anomaly.id, anomaly.rule, anomaly.facts, nullif(anomaly.source, 'null'::jsonb) as source, anomaly.solver, anomaly.since, anomaly.resolution,
      to_char(anomaly.resolved_at, 'YYYY-MM-DD') as settled_on, person.id as "personId", named.birth_name, named.usage_name, named.given_names,
      hire.id as "hireId", pass.id as "passId", hours.siae_id || '/' || to_char(hours.month, 'YYYY-MM') as "monthSheet",
      contract.id as "contractId", exit.stay_id as "stayId", immersion.id as "immersionId", siae.id as annex_siae, siae.name as annex_siae_name, count(*) over () as total
    from anomaly
    left join contract on anomaly.subject_table = 'contract' and contract.id = anomaly.subject_id
    left join lateral (
      select found.id, found.person_id from hire as found
      where (anomaly.subject_table = 'hire' and found.id = anomaly.subject_id) or found.contract_id = contract.id
      order by found.state desc, found.id limit 1) as hire on true
    left join pass on anomaly.subject_table = 'pass' and pass.id = anomaly.subject_id
    left join hours on anomaly.subject_table = 'hours' and hours.id = anomaly.subject_id
    left join immersion on anomaly.subject_table = 'immersion' and immersion.id = anomaly.subject_id
    left join exit on anomaly.subject_table = 'exit' and exit.id = anomaly.subject_id
    left join siae_stay as stay on anomaly.subject_table = 'siae_stay' and stay.id = anomaly.subject_id
    left join financial_annex as annex on anomaly.subject_table = 'financial_annex' and annex.id = anomaly.subject_id
    left join siae on siae.id = annex.siae_id
    left join person on person.id = coalesce(hire.person_id, contract.person_id, pass.person_id, hours.person_id, exit.person_id, immersion.person_id, stay.person_id)
    left join lateral (${namesOf(sql`person.id`)}) as named on true
    where anomaly.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and ${STATE[state]}
    order by ${order} ${sort.direction === 'descending' ? sql`desc` : sql`asc`} nulls last, anomaly.since, anomaly.id
    limit ${page.limit} offset ${page.offset}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      rule: row.rule,
      facts: row.facts,
      source: row.source,
      solver: row.solver,
      since: day(row.since),
      settledOn: row.settled_on === null ? null : day(row.settled_on),
      resolution: row.resolution,
      personId: row.personId,
      personName: nameOf(row),
      hireId: row.hireId,
      passId: row.passId,
      monthSheet: row.monthSheet,
      contractId: row.contractId,
      stayId: row.stayId,
      immersionId: row.immersionId,
      annexSiae: row.annex_siae === null ? null : { id: row.annex_siae, name: row.annex_siae_name ?? '' },
    })),
  }
}
