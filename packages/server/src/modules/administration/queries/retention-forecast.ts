import { type CalendarDate, day, isoDate, type Source } from '@maillage/kernel'
import { keptFor, RETENTION_RULES, type RetentionRule, retentionCutoff } from '@maillage/rules/administration'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** What an administrator confirmed and the night has not done yet. */
export interface WaitingOrder {
  readonly id: string
  readonly counted: number
  readonly cutoff: CalendarDate
  readonly confirmedAt: Temporal.Instant
}

/** What a rule would do today. */
export interface RetentionForecast {
  readonly rule: RetentionRule
  readonly kept: { readonly unit: 'months' | 'days'; readonly count: number }
  readonly source: Source
  /** What ended on this day or before is due. */
  readonly cutoff: CalendarDate
  readonly due: number
  /** Due, but kept by a hold, a control or an audit. */
  readonly held: number
  readonly order: WaitingOrder | null
  readonly lastDone: { readonly at: Temporal.Instant; readonly count: number } | null
}

interface Row {
  rule: RetentionRule
  cutoff: string
  due: number
  held: number
  waiting: { id: string; counted: number; cutoff: string; at: string } | null
  done: { at: string; count: number } | null
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`

/** What each rule would do today, in one statement; for administrators, whom alone the database answers. */
export async function retentionForecasts({ tx, law, today }: Pick<ReadCtx, 'tx' | 'law' | 'today'>): Promise<readonly RetentionForecast[]> {
  const cutoffs = RETENTION_RULES.map((rule) => isoDate(retentionCutoff(law, rule, today)))
  const { rows } = await sql<Row>`
    select asked.rule, asked.cutoff::text, found.due::integer, found.held::integer,
      (select jsonb_build_object('id', id, 'counted', counted, 'cutoff', retention_order.cutoff::text, 'at', to_char(confirmed_at, ${sql.raw(INSTANT)}))
        from retention_order where retention_order.rule = asked.rule and withdrawn_at is null and done_at is null) as waiting,
      (select jsonb_build_object('at', to_char(done_at, ${sql.raw(INSTANT)}), 'count', done_count)
        from retention_order where retention_order.rule = asked.rule and done_at is not null order by done_at desc limit 1) as done
    from unnest(${RETENTION_RULES as unknown as string[]}::text[], ${cutoffs}::date[]) with ordinality as asked (rule, cutoff, rank)
    cross join lateral retention_due(asked.rule, asked.cutoff) as found
    order by asked.rank`.execute(tx)
  return rows.map(({ rule, cutoff, due, held, waiting, done }) => ({
    rule,
    kept: keptFor(law, rule, today).value,
    source: keptFor(law, rule, today).source,
    cutoff: day(cutoff),
    due,
    held,
    order: waiting && {
      id: waiting.id,
      counted: waiting.counted,
      cutoff: day(waiting.cutoff),
      confirmedAt: Temporal.Instant.from(waiting.at),
    },
    lastDone: done && { at: Temporal.Instant.from(done.at), count: done.count },
  }))
}
