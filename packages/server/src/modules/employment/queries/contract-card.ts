import { type CalendarDate, type CentiHours, centiHours, day, isoDate, type RefusalDetails, type Source } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { EmploymentContract } from '../model.ts'
import { findContract } from '../store.ts'

/** What was known of a contract from a moment on. */
export interface KnownContract {
  readonly version: number
  readonly recordedAt: Temporal.Instant
  readonly by: string
  readonly reason: string | null
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly effectOn: CalendarDate | null
  readonly worksite: string | null
  readonly post: string | null
}

/** A contract with whose it is, where, and all that was known of it. */
export interface ContractCard {
  readonly contract: EmploymentContract
  readonly siaeId: string
  readonly siaeName: string
  readonly worksite: string | null
  readonly worksites: readonly { readonly id: string; readonly name: string }[]
  readonly exitOn: CalendarDate | null
  readonly renewalId: string | null
  /** The latest first. */
  readonly history: readonly KnownContract[]
  readonly anomalies: readonly { readonly rule: string; readonly facts: RefusalDetails; readonly source: Source | null }[]
}

interface Row {
  readonly siae_id: string
  readonly siae_name: string
  readonly worksite: string | null
  readonly worksites: ContractCard['worksites']
  readonly exit_day: string | null
  readonly renewal_id: string | null
  readonly anomalies: ContractCard['anomalies']
  readonly history: readonly {
    readonly version: number
    readonly at: string
    readonly by: string | null
    readonly reason: string | null
    readonly firstDay: string
    readonly lastDay: string | null
    readonly weeklyHours: number | null
    readonly effectOn: string | null
    readonly worksite: string | null
    readonly post: string | null
  }[]
}

const dayOrNull = (written: string | null) => (written === null ? null : day(written))

/** One contract of my structures; undefined for anybody else. Two statements. */
export async function contractCard(ctx: Pick<ReadCtx, 'tx' | 'today'>, id: string): Promise<ContractCard | undefined> {
  const contract = await findContract(ctx, id)
  if (!contract) return undefined
  const on = isoDate(ctx.today)
  const { rows } = await sql<Row>`
    select siae.id as siae_id, siae.name as siae_name, stay.exit_day, (select name from worksite where worksite.id = ${contract.worksiteId}) as worksite,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', worksite.id, 'name', worksite.name) order by worksite.name_key)
        from worksite where worksite.siae_id = siae.id and (worksite.last_day is null or worksite.last_day >= ${on})), '[]') as worksites,
      (select next.id from contract as next join contract_version as known on known.contract_id = next.id and known.superseded_at is null and not known.cancelled
        where next.renews = ${id} order by known.first_day limit 1) as renewal_id,
      coalesce((
        select jsonb_agg(jsonb_build_object('rule', anomaly.rule, 'facts', anomaly.facts, 'source', anomaly.source) order by anomaly.since, anomaly.rule)
        from anomaly where anomaly.subject_id = ${id} and anomaly.resolved_at is null), '[]') as anomalies,
      coalesce((
        select jsonb_agg(jsonb_build_object('version', known.version, 'at', to_char(known.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'by', (
            select max(membership.display_name) from membership
            where membership.account_id = known.recorded_by and membership.organisation_id = known.organisation_id),
          'reason', known.reason, 'firstDay', known.first_day, 'lastDay', known.last_day, 'weeklyHours', known.weekly_hours,
          'effectOn', known.effect_on, 'worksite', place.name, 'post', known.post) order by known.version desc)
        from contract_version as known left join worksite as place on place.id = known.worksite_id
        where known.contract_id = ${id}), '[]') as history
    from siae_stay as stay join siae on siae.id = stay.siae_id
    where stay.id = ${contract.stayId}`.execute(ctx.tx)
  const [row] = rows
  if (!row) return undefined
  const { worksite, worksites, anomalies } = row
  return {
    contract,
    worksite,
    worksites,
    anomalies,
    siaeId: row.siae_id,
    siaeName: row.siae_name,
    exitOn: dayOrNull(row.exit_day),
    renewalId: row.renewal_id,
    history: row.history.map(({ at, by, weeklyHours, ...known }) => ({
      ...known,
      recordedAt: Temporal.Instant.from(at),
      by: by ?? 'un ancien membre',
      firstDay: day(known.firstDay),
      lastDay: dayOrNull(known.lastDay),
      effectOn: dayOrNull(known.effectOn),
      weeklyHours: weeklyHours === null ? null : centiHours(weeklyHours),
    })),
  }
}
