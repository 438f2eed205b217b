import { type CalendarDate, type CentiHours, centiHours, day, type RefusalDetails, type Source } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ContractType } from '../../employment/index.ts'
import type { Hire } from '../model.ts'
import { findHire } from '../store.ts'

/** A hire with what it joins. */
export interface HireCard {
  readonly hire: Hire
  readonly siaeName: string
  readonly contract: {
    readonly type: ContractType
    readonly firstDay: CalendarDate
    readonly lastDay: CalendarDate | null
    readonly weeklyHours: CentiHours | null
    readonly worksite: string | null
    readonly post: string | null
  }
  readonly anomalies: readonly {
    readonly rule: string
    readonly facts: RefusalDetails
    readonly source: Source | null
    readonly since: CalendarDate
  }[]
}

interface Row {
  siae_name: string
  type: ContractType
  first_day: string
  last_day: string | null
  weekly_hours: number | null
  worksite: string | null
  post: string | null
  anomalies: readonly { rule: string; facts: RefusalDetails; source: Source | null; since: string }[]
}

/** One hire of my structures with its contract and what is wrong in it; undefined for anybody else. Two statements. */
export async function hireCard(ctx: Pick<ReadCtx, 'tx'>, id: string): Promise<HireCard | undefined> {
  const hire = await findHire(ctx, id)
  if (!hire) return undefined
  const { rows } = await sql<Row>`
    select siae.name as siae_name, known.type, known.first_day, known.last_day, known.weekly_hours, worksite.name as worksite, known.post, coalesce((
      select jsonb_agg(jsonb_build_object('rule', anomaly.rule, 'facts', anomaly.facts, 'source', anomaly.source, 'since', anomaly.since) order by anomaly.since, anomaly.rule)
      from anomaly where anomaly.subject_id in (${id}, ${hire.contractId}) and anomaly.resolved_at is null), '[]') as anomalies
    from siae
    join contract_version as known on known.contract_id = ${hire.contractId} and known.superseded_at is null
    left join worksite on worksite.id = known.worksite_id
    where siae.id = ${hire.siaeId}`.execute(ctx.tx)
  const [row] = rows
  if (!row) return undefined
  const { type, worksite, post } = row
  return {
    hire,
    siaeName: row.siae_name,
    contract: {
      type,
      worksite,
      post,
      firstDay: day(row.first_day),
      lastDay: row.last_day === null ? null : day(row.last_day),
      weeklyHours: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
    },
    anomalies: row.anomalies.map((each) => ({ ...each, since: day(each.since) })),
  }
}
