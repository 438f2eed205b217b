import { type CalendarDate, day, isoDate, type RefusalDetails, type Source } from '@maillage/kernel'
import type { ExitReason, RecordedExitReason } from '@maillage/rules/exits'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type ContractEnd, contractEnds, findStay } from '../../employment/index.ts'
import { personCard } from '../../people/index.ts'
import type { StayExit } from '../model.ts'
import { exitOfStay } from './exit-of-stay.ts'

/** What was known of the exit from a day on. */
export interface KnownExit {
  readonly version: number
  readonly recordedAt: Temporal.Instant
  readonly by: string
  readonly exitOn: CalendarDate
  readonly reason: ExitReason
  readonly cancelled: boolean
  readonly changeReason: string | null
}

/** A stay with its end: the exit that stands, what was known before, where the person goes on. */
export interface ExitCard {
  readonly stayId: string
  readonly personId: string
  readonly personName: string
  readonly organisationId: string
  readonly siaeName: string
  readonly entry: CalendarDate
  readonly contracts: readonly ContractEnd[]
  readonly exit: StayExit | undefined
  /** The latest first. */
  readonly history: readonly KnownExit[]
  readonly anomalies: readonly { readonly rule: string; readonly facts: RefusalDetails; readonly source: Source | null }[]
  readonly elsewhere: readonly { readonly siaeName: string; readonly counsellor: string | null }[]
}

interface Row {
  readonly siae_name: string
  readonly history: readonly {
    readonly version: number
    readonly at: string
    readonly by: string | null
    readonly exitOn: string
    readonly reason: RecordedExitReason | null
    readonly cancelled: boolean
    readonly changeReason: string | null
  }[]
  readonly anomalies: ExitCard['anomalies']
  readonly elsewhere: readonly { readonly siaeName: string; readonly counsellor: string | null }[]
}

/** The end of one stay of my structures; undefined for anybody else. Five statements. */
export async function exitCard(ctx: Pick<ReadCtx, 'tx' | 'law' | 'today'>, stayId: string): Promise<ExitCard | undefined> {
  const stay = await findStay(ctx, stayId)
  const person = stay && (await personCard(ctx, stay.personId))
  if (!stay || !person) return undefined
  const { rows } = await sql<Row>`
    select siae.name as siae_name, coalesce((
        select jsonb_agg(jsonb_build_object('version', known.version, 'at', to_char(known.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'by', (
            select max(membership.display_name) from membership
            where membership.account_id = known.recorded_by and membership.organisation_id = known.organisation_id),
          'exitOn', known.exit_on, 'reason', why.reason, 'cancelled', known.cancelled, 'changeReason', changed.reason) order by known.version desc)
        from exit join exit_version as known on known.exit_id = exit.id
        left join exit_reason as why on why.exit_id = exit.id and why.version = known.reason_version
        left join exit_change as changed on changed.exit_id = exit.id and changed.version = known.version
        where exit.stay_id = ${stayId}), '[]') as history,
      coalesce((
        select jsonb_agg(jsonb_build_object('rule', anomaly.rule, 'facts', anomaly.facts, 'source', anomaly.source) order by anomaly.rule)
        from exit join anomaly on anomaly.subject_id = exit.id and anomaly.resolved_at is null where exit.stay_id = ${stayId}), '[]') as anomalies,
      coalesce((
        select jsonb_agg(distinct jsonb_build_object('siaeName', other.siae_name, 'counsellor', other.counsellor))
        from (
          select siae_name, counsellor from contracts_elsewhere(${stay.personId})
          union
          select theirs.name, null from siae_stay as running join siae as theirs on theirs.id = running.siae_id
          where running.person_id = ${stay.personId} and running.id <> ${stayId} and running.cancelled_at is null
            and running.siae_id <> ${stay.siaeId} and running.entry_day <= ${isoDate(ctx.today)}
            and (running.exit_day is null or running.exit_day >= ${isoDate(ctx.today)})) as other), '[]') as elsewhere
    from siae where siae.id = ${stay.siaeId}`.execute(ctx.tx)
  const [row] = rows
  if (!row) return undefined
  return {
    stayId,
    personId: stay.personId,
    personName: person.displayName,
    organisationId: stay.organisationId,
    siaeName: row.siae_name,
    entry: stay.open.first,
    contracts: await contractEnds(ctx, stayId),
    exit: await exitOfStay(ctx, stayId),
    history: row.history.map(({ at, by, exitOn, reason, ...known }) => ({
      ...known,
      recordedAt: Temporal.Instant.from(at),
      by: by ?? 'un ancien membre',
      exitOn: day(exitOn),
      reason: reason ?? 'withheld',
    })),
    anomalies: row.anomalies,
    elsewhere: row.elsewhere,
  }
}
