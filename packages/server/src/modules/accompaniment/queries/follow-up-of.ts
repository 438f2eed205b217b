import type { BarrierArea } from '@maillage/rules/accompaniment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type CounsellorMessage, MESSAGES, type MessageRow, messageOf } from '../../supervision/index.ts'
import type { Act } from '../model.ts'
import type { BarrierState } from '../model-barriers.ts'
import { type ActRow, actOf, FOUND } from './acts-of.ts'

/** What the page of a person tells of their accompaniment. */
export interface FollowUp {
  /** The latest three that the reader may know */
  readonly lastActs: readonly Act[]
  /** Barriers that stand, in no order */
  readonly barriers: readonly { readonly area: BarrierArea; readonly state: BarrierState }[]
  /** What who sees them work told of them, and that nobody has read yet, the first one first; a referent reads it. */
  readonly messages: readonly CounsellorMessage[]
}

/** The accompaniment of a person in one statement, for a page that has no other to spare: each part is a subselect of it. */
export async function followUpOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<FollowUp> {
  const { rows } = await sql<{ acts: readonly ActRow[] | null; barriers: FollowUp['barriers']; messages: readonly MessageRow[] | null }>`
    select (select jsonb_agg(to_jsonb(latest)) from (${FOUND} and act.person_id = ${personId}
      order by act.happened_on desc, act.recorded_at desc limit 3) as latest) as acts,
      (select jsonb_agg(to_jsonb(waiting)) from (${MESSAGES} and message.person_id = ${personId} and message.read_at is null
        order by message.recorded_at) as waiting) as messages,
      (select coalesce(jsonb_agg(jsonb_build_object('area', barrier.area, 'state', known.state)), '[]')
        from barrier join barrier_version as known on known.barrier_id = barrier.id
        where barrier.person_id = ${personId} and known.superseded_at is null and known.state in ('identified', 'in-progress')) as barriers`.execute(
    tx,
  )
  return {
    lastActs: (rows[0]?.acts ?? []).map(actOf),
    barriers: rows[0]?.barriers ?? [],
    messages: (rows[0]?.messages ?? []).map(messageOf),
  }
}
