import { granted, type Outcome, type Refusal } from '@maillage/kernel'
import { judgeSuspension, sensitivityOfSuspension, type ToolObjection } from '@maillage/rules/pass-iae'
import type { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { siaeBrief } from '../../eligibility/index.ts'
import { atItsField } from '../field-of.ts'
import { refuse } from '../messages.fr.ts'
import { heldOf } from '../model.ts'
import { mayAct } from '../policy.ts'
import { declarantOf } from '../queries/declarant-of.ts'
import { takeInHand } from '../standing.ts'
import { insertReason, insertSuspension, keepLastDay } from '../store.ts'
import { suspensionFacts, suspensionSchema } from '../suspension-form.ts'

const schema = suspensionSchema.extend(suspensionFacts.shape)

export interface RecordedSuspensionOfPass {
  readonly passId: string
  readonly personId: string
  readonly suspensionId: string
  readonly toolObjections: readonly Refusal<ToolObjection>[]
}

/** Suspends a right: the person works in no structure any more, or not for more than fifteen days. Source: CT R5132-1-3. */
export const suspendPass = command({
  name: 'pass-iae/suspend-pass',
  runsAs: 'app',
  schema,
  async run(
    ctx,
    { passId, siaeId, reason, firstDay: first, lastDay: last, hiredOn, otherRunningStays },
  ): Promise<Outcome<RecordedSuspensionOfPass>> {
    const taken = await takeInHand(ctx, passId, mayAct)
    if (!taken.ok) return taken
    const { pass, isLatest, circles } = taken.value
    const declaredBy = await declarantOf(ctx, circles)
    const siae = await siaeBrief(ctx, siaeId)
    if (!siae || (declaredBy === 'siae' && siae.organisationId !== ctx.actor.hat?.organisationId))
      return refuse('pass-iae/siae-to-choose', {}, 'siaeId')
    const judged = judgeSuspension(ctx.law, {
      ...heldOf(pass),
      first,
      last,
      reason,
      declaredOn: ctx.today,
      siaeKind: siae.kind,
      declaredBy,
      isLatest,
      ...(hiredOn === undefined ? {} : { hiredOn }),
      ...(otherRunningStays === undefined ? {} : { otherRunningStays }),
    })
    if (!judged.ok) return atItsField(judged)
    const { personId } = pass
    const id = ctx.ids.next()
    await insertSuspension(ctx, pass, { id, siaeId, suspension: judged.value.suspension })
    await insertReason(ctx, pass, { act_id: id, act: 'suspension', reason, sensitivity: sensitivityOfSuspension(reason) })
    await keepLastDay(ctx, passId)
    await emitEvent(ctx, {
      type: 'pass-iae/suspended',
      version: 1,
      subjectId: personId,
      ids: { person: personId, pass: passId, suspension: id },
    })
    return granted({ passId, personId, suspensionId: id, toolObjections: judged.value.toolObjections })
  },
  trace: ({ passId }, { personId, suspensionId }) => ({
    subjects: { person: personId, pass: passId, suspension: suspensionId },
    fields: ['reason', 'firstDay', 'lastDay'],
  }),
})

/** The same, for the slice that has checked the other stays. */
export const recordSuspension = (ctx: Ctx, input: z.output<typeof schema>): Promise<Outcome<RecordedSuspensionOfPass>> =>
  suspendPass.execute(ctx, input)
