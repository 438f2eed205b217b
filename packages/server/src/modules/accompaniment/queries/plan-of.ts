import { type CalendarDate, day, type Sensitivity } from '@maillage/kernel'
import type { GoalStage } from '@maillage/rules/accompaniment'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Action, ActionState, Doer, Goal, GoalState, SharedStep } from '../model-plan.ts'
import type { ReviewMoment } from '../model-reviews.ts'
import { storedWords } from '../sealed-words.ts'
import { actionPurpose, goalPurpose } from '../store-plan.ts'
import { knownAt } from './barriers-of.ts'

type Reading = Pick<ReadCtx, 'tx' | 'keys'>

interface Row {
  readonly id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly sensitivity: Sensitivity
  readonly version: number
  readonly words: string
  readonly closed_on: string | null
  readonly reason: string | null
}

function toldBy({ keys }: Reading, row: Row, purpose: string) {
  return {
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    sensitivity: row.sensitivity,
    version: row.version,
    words: storedWords(keys, row.sensitivity, purpose, row.words) ?? '',
    closedOn: row.closed_on === null ? null : day(row.closed_on),
    reason: storedWords(keys, row.sensitivity, purpose, row.reason),
  }
}

const COMMON = sql`known.person_id, known.organisation_id, known.sensitivity, known.version, known.words, known.closed_on::text as closed_on, known.reason, known.state`

async function goalsWhere(ctx: Reading, which: RawBuilder<unknown>): Promise<readonly Goal[]> {
  const { rows } = await sql<Row & { barrier_id: string | null; stage: GoalStage | null; state: GoalState }>`
    select goal.id, goal.barrier_id, known.stage, ${COMMON}
    from goal join goal_version as known on known.goal_id = goal.id
    where ${which} order by goal.recorded_at, goal.id`.execute(ctx.tx)
  return rows.map((row) => ({
    ...toldBy(ctx, row, goalPurpose(row.id, row.version)),
    barrierId: row.barrier_id,
    stage: row.stage,
    state: row.state,
  }))
}

async function actionsWhere(ctx: Reading, which: RawBuilder<unknown>): Promise<readonly Action[]> {
  const { rows } = await sql<
    Row & { goal_id: string | null; doer: Doer; due_on: string | null; state: ActionState; acts: number; shared: boolean }
  >`
    select pathway_action.id, pathway_action.goal_id, known.doer, known.due_on::text as due_on, ${COMMON},
      (select count(*)::integer from accompaniment_act as act where act.action_id = pathway_action.id and act.cancelled_at is null) as acts,
      exists (select from shared_step where shared_step.action_id = known.action_id and shared_step.version = known.version) as shared
    from pathway_action join pathway_action_version as known on known.action_id = pathway_action.id
    where ${which} order by known.due_on nulls last, pathway_action.recorded_at, pathway_action.id`.execute(ctx.tx)
  return rows.map((row) => ({
    ...toldBy(ctx, row, actionPurpose(row.id, row.version)),
    goalId: row.goal_id,
    doer: row.doer,
    dueOn: row.due_on === null ? null : day(row.due_on),
    state: row.state,
    acts: row.acts,
    shared: row.shared,
  }))
}

/** What a person aims at, as row security shows it. One statement. @param at what was known then; null: what is known now */
export const goalsOf = (ctx: Reading, personId: string, at: Temporal.Instant | null = null): Promise<readonly Goal[]> =>
  goalsWhere(ctx, sql`goal.person_id = ${personId} and ${knownAt(at)}`)

/** What is to be done, the nearest first, as row security shows it. One statement. @param at what was known then; null: what is known now */
export const actionsOf = (ctx: Reading, personId: string, at: Temporal.Instant | null = null): Promise<readonly Action[]> =>
  actionsWhere(ctx, sql`pathway_action.person_id = ${personId} and ${knownAt(at)}`)

/** One goal as it is known now; undefined when it is not for the reader. */
export const findGoal = async (ctx: Reading, id: string): Promise<Goal | undefined> =>
  (await goalsWhere(ctx, sql`goal.id = ${id} and known.superseded_at is null`))[0]

/** One action as it is known now; undefined when it is not for the reader. */
export const findAction = async (ctx: Reading, id: string): Promise<Action | undefined> =>
  (await actionsWhere(ctx, sql`pathway_action.id = ${id} and known.superseded_at is null`))[0]

/** What the page of the plan tells besides: the steps that others share, the missions of the acts noted. */
export interface BesidePlan {
  readonly sharedSteps: readonly SharedStep[]
  readonly missions: readonly string[]
  readonly reviews: readonly { readonly moment: ReviewMoment; readonly heldOn: CalendarDate }[]
}

/** Steps shared by whoever follows the person and that the reader does not hold as actions; the missions of the acts; the reviews, the last first. One statement. */
export async function besidePlan({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<BesidePlan> {
  const { rows } = await sql<{
    steps: readonly { id: string; words: string; doer: Doer; due: string | null; state: ActionState }[]
    missions: readonly string[]
    reviews: readonly { moment: ReviewMoment; held: string }[]
  }>`
    select coalesce((
        select jsonb_agg(jsonb_build_object('id', step.action_id, 'words', step.words, 'doer', step.doer, 'due', step.due_on, 'state', step.state)
          order by step.due_on nulls last)
        from shared_step as step
        where step.person_id = ${personId} and step.superseded_at is null and step.state <> 'dropped'
          and not exists (select from pathway_action where pathway_action.id = step.action_id)), '[]') as steps,
      coalesce((
        select jsonb_agg(distinct act.mission) from accompaniment_act as act
        where act.person_id = ${personId} and act.cancelled_at is null), '[]') as missions,
      coalesce((
        select jsonb_agg(jsonb_build_object('moment', review.moment, 'held', review.held_on) order by review.held_on desc, review.recorded_at desc)
        from review where review.person_id = ${personId} and review.closed_at is null), '[]') as reviews`.execute(tx)
  const [row] = rows
  return {
    missions: row?.missions ?? [],
    reviews: (row?.reviews ?? []).map(({ moment, held }) => ({ moment, heldOn: day(held) })),
    sharedSteps: (row?.steps ?? []).map(({ id, words, doer, due, state }) => ({
      actionId: id,
      words,
      doer,
      dueOn: due === null ? null : day(due),
      state,
    })),
  }
}
