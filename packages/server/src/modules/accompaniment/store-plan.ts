import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { ActionFacts, GoalFacts, Planned } from './model-plan.ts'
import { wordsToStore } from './sealed-words.ts'
import { planIn } from './tables-plan.ts'

type Of = Omit<Planned, 'version'>

/** What the texts of one version of a goal are sealed for. */
export const goalPurpose = (goalId: string, version: number): string => `goal_version ${goalId} ${version}`
/** What the texts of one version of an action are sealed for. */
export const actionPurpose = (actionId: string, version: number): string => `pathway_action_version ${actionId} ${version}`

const iso = (date: CalendarDate | null) => (date === null ? null : isoDate(date))
const owned = (ctx: Ctx, { personId, organisationId, sensitivity }: Of) => ({
  person_id: personId,
  organisation_id: organisationId,
  sensitivity,
  recorded_at: ctx.now.toString(),
  recorded_by: ctx.actor.accountId,
})

/** A goal, before its first version. */
export async function insertGoal(ctx: Ctx, of: Of, barrierId: string | null): Promise<void> {
  await planIn(ctx.tx)
    .insertInto('goal')
    .values({ id: of.id, barrier_id: barrierId, ...owned(ctx, of) })
    .execute()
}

/** Adds what is known of a goal from now on. */
export async function insertGoalVersion(
  ctx: Ctx,
  of: Of,
  version: number,
  { words, stage, state, closedOn, reason }: GoalFacts,
): Promise<void> {
  const row = goalPurpose(of.id, version)
  await planIn(ctx.tx)
    .insertInto('goal_version')
    .values({
      goal_id: of.id,
      version,
      words: wordsToStore(ctx.keys, of.sensitivity, row, words) ?? words,
      stage,
      state,
      closed_on: iso(closedOn),
      reason: wordsToStore(ctx.keys, of.sensitivity, row, reason),
      ...owned(ctx, of),
    })
    .execute()
}

/** False when somebody changed the goal since it was read. */
export async function supersedeGoal({ tx, now }: Ctx, goalId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await planIn(tx)
    .updateTable('goal_version')
    .set({ superseded_at: now.toString() })
    .where('goal_id', '=', goalId)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** An action, before its first version. */
export async function insertAction(ctx: Ctx, of: Of, goalId: string | null): Promise<void> {
  await planIn(ctx.tx)
    .insertInto('pathway_action')
    .values({ id: of.id, goal_id: goalId, ...owned(ctx, of) })
    .execute()
}

/** Adds what is known of an action from now on; shared, a row beside it tells it to whoever follows the person. */
export async function insertActionVersion(ctx: Ctx, of: Of, version: number, facts: ActionFacts): Promise<void> {
  const { words, doer, state, reason, shared } = facts
  const row = actionPurpose(of.id, version)
  const said = { action_id: of.id, version, doer, due_on: iso(facts.dueOn), state, ...owned(ctx, of) }
  await planIn(ctx.tx)
    .insertInto('pathway_action_version')
    .values({
      ...said,
      words: wordsToStore(ctx.keys, of.sensitivity, row, words) ?? words,
      closed_on: iso(facts.closedOn),
      reason: wordsToStore(ctx.keys, of.sensitivity, row, reason),
    })
    .execute()
  if (shared)
    await planIn(ctx.tx)
      .insertInto('shared_step')
      .values({ ...said, words })
      .execute()
}

/** False when somebody changed the action since it was read. What was shared of it is shared no more. */
export async function supersedeAction({ tx, now }: Ctx, actionId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await planIn(tx)
    .updateTable('pathway_action_version')
    .set({ superseded_at: now.toString() })
    .where('action_id', '=', actionId)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  await planIn(tx)
    .updateTable('shared_step')
    .set({ superseded_at: now.toString() })
    .where('action_id', '=', actionId)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .execute()
  return numUpdatedRows === 1n
}
