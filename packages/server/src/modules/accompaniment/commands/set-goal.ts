import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { leftEmpty } from '../../../platform/command/left-empty.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { goalFields } from '../plan-fields.ts'
import { barrierHistory } from '../queries/barriers-of.ts'
import { insertGoal, insertGoalVersion } from '../store-plan.ts'

const schema = z.object({
  personId: z.uuid(),
  barrierId: leftEmpty(z.uuid().nullable()),
  ...goalFields,
})

/** Sets a goal, in the person's words; one that answers a barrier is as personal as it. */
export const setGoal = command({
  name: 'accompaniment/set-goal',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, barrierId, ...said }) {
    const may = await mayWriteOf(ctx, asked)
    if (!may.ok) return may
    const { personId, organisationId } = may.value
    const [barrier] = barrierId === null ? [] : await barrierHistory(ctx, barrierId)
    if (barrierId !== null && barrier?.personId !== personId) return notFound()
    const of = { id: ctx.ids.next(), personId, organisationId, sensitivity: barrier?.sensitivity ?? 'ordinary' } as const
    await insertGoal(ctx, of, barrierId)
    await insertGoalVersion(ctx, of, 1, { ...said, state: 'open', closedOn: null, reason: null })
    await emitEvent(ctx, { type: 'accompaniment/goal-set', version: 1, subjectId: of.id, ids: { goal: of.id, person: personId } })
    return granted({ id: of.id, personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { goal: id, person: personId }, fields: ['words', 'stage', 'barrier'] }),
})
