import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { goalEnd, goalFields } from '../plan-fields.ts'
import { findGoal } from '../queries/plan-of.ts'
import { insertGoalVersion, supersedeGoal } from '../store-plan.ts'

const schema = z.object({ goalId: z.uuid(), version: z.coerce.number().int().min(1), ...goalFields, ...goalEnd })

/** Says a goal again: reworded, reached, dropped and why. What was known before stays readable. */
export const updateGoal = command({
  name: 'accompaniment/update-goal',
  runsAs: 'app',
  schema,
  async run(ctx, { goalId, version, reason, ...said }) {
    const goal = await findGoal(ctx, goalId)
    if (!goal) return notFound()
    const { personId } = goal
    const may = await mayWriteOf(ctx, personId)
    if (!may.ok) return may
    if (said.state === 'dropped' && reason === null) return refuse('accompaniment/why-dropped', {}, 'reason')
    await lock(ctx, 'person', personId)
    if (version !== goal.version || !(await supersedeGoal(ctx, goalId, version))) return refuse('platform/stale')
    const closedOn = said.state === 'open' ? null : said.state === goal.state ? goal.closedOn : ctx.today
    await insertGoalVersion(ctx, goal, version + 1, { ...said, closedOn, reason: said.state === 'dropped' ? reason : null })
    await emitEvent(ctx, { type: 'accompaniment/goal-updated', version: 1, subjectId: goalId, ids: { goal: goalId, person: personId } })
    return granted({ personId })
  },
  trace: ({ goalId }, { personId }) => ({ subjects: { goal: goalId, person: personId }, fields: ['words', 'stage', 'state', 'reason'] }),
})
