import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { leftEmpty } from '../../../platform/command/left-empty.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { isPersonal } from '../model-barriers.ts'
import { actionFields } from '../plan-fields.ts'
import { findGoal } from '../queries/plan-of.ts'
import { insertAction, insertActionVersion } from '../store-plan.ts'

const schema = z.object({
  personId: z.uuid(),
  goalId: leftEmpty(z.uuid().nullable()),
  ...actionFields,
})

/** Plans what somebody is to do, for a goal or by itself. Shared with whoever follows the person only when it tells nothing of health nor justice. */
export const planAction = command({
  name: 'accompaniment/plan-action',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, goalId, ...said }) {
    const may = await mayWriteOf(ctx, asked)
    if (!may.ok) return may
    const { personId, organisationId } = may.value
    const goal = goalId === null ? undefined : await findGoal(ctx, goalId)
    if (goalId !== null && goal?.personId !== personId) return notFound()
    const sensitivity = goal?.sensitivity ?? 'ordinary'
    if (said.shared && isPersonal(sensitivity)) return refuse('accompaniment/too-personal-to-share', {}, 'shared')
    const of = { id: ctx.ids.next(), personId, organisationId, sensitivity }
    await insertAction(ctx, of, goalId)
    await insertActionVersion(ctx, of, 1, { ...said, state: 'planned', closedOn: null, reason: null })
    await emitEvent(ctx, { type: 'accompaniment/action-planned', version: 1, subjectId: of.id, ids: { action: of.id, person: personId } })
    return granted({ id: of.id, personId })
  },
  trace: (_typed, { id, personId }) => ({
    subjects: { action: id, person: personId },
    fields: ['words', 'doer', 'dueOn', 'shared', 'goal'],
  }),
})
