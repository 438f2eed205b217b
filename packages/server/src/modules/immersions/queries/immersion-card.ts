import { type CalendarDate, day, type RefusalDetails, type SiaeKind, type Siret, type Source } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Immersion } from '../model.ts'
import { type ImmersionRow, immersionOf } from '../store.ts'

/** An immersion with whose it is, which structure employs the person, and what the law says of it. */
export interface ImmersionCard {
  readonly immersion: Immersion
  readonly personName: string
  readonly siae: { readonly name: string; readonly kind: SiaeKind; readonly organisationName: string; readonly siret: Siret | null }
  /** The last day of the stay, once there is one. */
  readonly exitOn: CalendarDate | null
  readonly noted: { readonly on: Temporal.Instant; readonly by: string }
  readonly anomalies: readonly { readonly rule: string; readonly facts: RefusalDetails; readonly source: Source | null }[]
}

interface Row extends ImmersionRow, NamedRow {
  readonly siae_name: string
  readonly kind: SiaeKind
  readonly organisation_name: string
  readonly siret: Siret | null
  readonly exit_day: string | null
  readonly noted_at: string
  readonly noted_by: string | null
  readonly anomalies: ImmersionCard['anomalies']
}

/** One immersion that stands, for those who write the contracts of its stay; undefined for anybody else. One statement. */
export async function immersionCard({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<ImmersionCard | undefined> {
  const { rows } = await sql<Row>`
    select immersion.*, named.*, siae.name as siae_name, stay.kind, organisation.name as organisation_name, stay.exit_day,
      (select number.siret from siae_siret as number where number.siae_id = siae.id order by number.first_day desc limit 1) as siret,
      to_char(immersion.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as noted_at, (
        select max(membership.display_name) from membership
        where membership.account_id = immersion.recorded_by and membership.organisation_id = immersion.organisation_id) as noted_by,
      coalesce((
        select jsonb_agg(jsonb_build_object('rule', anomaly.rule, 'facts', anomaly.facts, 'source', anomaly.source) order by anomaly.rule)
        from anomaly where anomaly.subject_id = immersion.id and anomaly.resolved_at is null), '[]') as anomalies
    from immersion
    join siae_stay as stay on stay.id = immersion.stay_id
    join siae on siae.id = stay.siae_id
    join organisation on organisation.id = siae.organisation_id
    left join lateral (${namesOf(sql`immersion.person_id`)}) as named on true
    where immersion.id = ${id} and immersion.cancelled_at is null`.execute(tx)
  const [row] = rows
  return (
    row && {
      immersion: immersionOf(row),
      personName: nameOf(row) ?? 'Personne non accessible',
      siae: { name: row.siae_name, kind: row.kind, organisationName: row.organisation_name, siret: row.siret },
      exitOn: row.exit_day === null ? null : day(row.exit_day),
      noted: { on: Temporal.Instant.from(row.noted_at), by: row.noted_by ?? 'un ancien membre' },
      anomalies: row.anomalies,
    }
  )
}
