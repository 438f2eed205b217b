import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { isPersonal } from '../model-barriers.ts'
import { actionEnd, actionFields } from '../plan-fields.ts'
import { findAction } from '../queries/plan-of.ts'
import { insertActionVersion, supersedeAction } from '../store-plan.ts'

const schema = z.object({ actionId: z.uuid(), version: z.coerce.number().int().min(1), ...actionFields, ...actionEnd })

/** Says an action again: put off, done, dropped and why, shared or not any more. What was known before stays readable. */
export const updateAction = command({
  name: 'accompaniment/update-action',
  runsAs: 'app',
  schema,
  async run(ctx, { actionId, version, reason, ...said }) {
    const action = await findAction(ctx, actionId)
    if (!action) return notFound()
    const { personId } = action
    const may = await mayWriteOf(ctx, personId)
    if (!may.ok) return may
    if (said.state === 'dropped' && reason === null) return refuse('accompaniment/why-dropped', {}, 'reason')
    if (said.shared && isPersonal(action.sensitivity)) return refuse('accompaniment/too-personal-to-share', {}, 'shared')
    await lock(ctx, 'person', personId)
    if (version !== action.version || !(await supersedeAction(ctx, actionId, version))) return refuse('platform/stale')
    const closedOn = said.state === 'planned' ? null : said.state === action.state ? action.closedOn : ctx.today
    await insertActionVersion(ctx, action, version + 1, { ...said, closedOn, reason: said.state === 'dropped' ? reason : null })
    await emitEvent(ctx, {
      type: 'accompaniment/action-updated',
      version: 1,
      subjectId: actionId,
      ids: { action: actionId, person: personId },
    })
    return granted({ personId })
  },
  trace: ({ actionId }, { personId }) => ({
    subjects: { action: actionId, person: personId },
    fields: ['words', 'doer', 'dueOn', 'state', 'reason', 'shared'],
  }),
})
