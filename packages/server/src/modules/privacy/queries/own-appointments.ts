import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ActKind } from '../../accompaniment/index.ts'

/** What was said to come next, and with whom. */
export interface NextStep {
  readonly id: string
  readonly what: string
  readonly on: CalendarDate
  /** « 14:30 » when an hour was said */
  readonly at: string | null
  readonly organisationName: string
}

/** Something done with the person. */
export interface DoneWith {
  readonly id: string
  readonly kind: ActKind
  readonly on: CalendarDate
  readonly what: string | null
  readonly organisationName: string
}

const AT_MOST = 50

/** What is to come for the person whose space is open, the next first, as last moved; one statement. */
export async function ownNextSteps({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string): Promise<readonly NextStep[]> {
  const { rows } = await sql<{ id: string; what: string; due_on: string; at: string | null; organisation: string }>`
    select waiting.act_id as id, waiting.next_step as what, waiting.due_on::text as due_on, to_char(waiting.due_at, 'HH24:MI') as at,
      organisation.name as organisation
    from next_step_waiting as waiting join organisation on organisation.id = waiting.organisation_id
    where waiting.person_id = ${personId} and waiting.due_on >= ${isoDate(today)}
    order by waiting.due_on, waiting.due_at nulls last, waiting.act_id limit ${AT_MOST}`.execute(tx)
  return rows.map(({ id, what, due_on, at, organisation }) => ({ id, what, on: day(due_on), at, organisationName: organisation }))
}

/** What was done with them, the latest first; one statement. */
export async function ownActs({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly DoneWith[]> {
  const { rows } = await sql<{ id: string; kind: ActKind; happened_on: string; purpose: string | null; organisation: string }>`
    select act.id, act.kind, act.happened_on::text as happened_on, act.purpose, organisation.name as organisation
    from accompaniment_act as act join organisation on organisation.id = act.organisation_id
    where act.person_id = ${personId} and act.cancelled_at is null
    order by act.happened_on desc, act.recorded_at desc limit ${AT_MOST}`.execute(tx)
  return rows.map(({ id, kind, happened_on, purpose, organisation }) => ({
    id,
    kind,
    on: day(happened_on),
    what: purpose,
    organisationName: organisation,
  }))
}
