import { granted, isoDate, type Outcome, type Refusal } from '@maillage/kernel'
import { sensitivityOfProlongation, type ToolObjection } from '@maillage/rules/pass-iae'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { siaeBrief } from '../../eligibility/index.ts'
import { judgeAskedProlongation } from '../judge-asked-prolongation.ts'
import { refuse } from '../messages.fr.ts'
import { mayAskProlongation } from '../policy.ts'
import { type GroundFacts, prolongationSchema } from '../prolongation-form.ts'
import { heldBy } from '../queries/held-by.ts'
import { takeInHand } from '../standing.ts'
import { insertReason, keepLastDay } from '../store.ts'
import { insertProlongation, insertRequest } from '../store-requests.ts'

/** `requested`: a prescriber decides; `prolonged`: the Code leaves this ground to the structure, and it is done. */
export interface AskedProlongation {
  readonly passId: string
  readonly personId: string
  readonly state: 'requested' | 'prolonged'
  readonly toolObjections: readonly Refusal<ToolObjection>[]
}

/** Asks that a right last longer. Source: CT R5132-1-8. */
export const askProlongation = command({
  name: 'pass-iae/ask-prolongation',
  runsAs: 'app',
  schema: prolongationSchema,
  async run(ctx, input): Promise<Outcome<AskedProlongation>> {
    const { passId, siaeId, reason, decidingUnitId } = input
    const taken = await takeInHand(ctx, passId, mayAskProlongation)
    if (!taken.ok) return taken
    const { pass } = taken.value
    const { personId } = pass
    const siae = await siaeBrief(ctx, siaeId)
    const unitId = await heldBy(ctx, personId)
    if (!siae || unitId === undefined || siae.organisationId !== ctx.actor.hat?.organisationId)
      return refuse('pass-iae/siae-to-choose', {}, 'siaeId')
    const iso = (date: typeof input.lastDay) => (date === null ? null : isoDate(date))
    const facts: GroundFacts = {
      relation: input.relation,
      titleLast: iso(input.titleLast),
      trainingFirst: iso(input.trainingFirst),
      trainingLast: iso(input.trainingLast),
      contractSignedOn: iso(input.contractSignedOn),
    }
    const asked = { reason, last: input.lastDay, askedOn: ctx.today, siaeKind: siae.kind, facts, isPending: false }
    const judged = await judgeAskedProlongation(ctx, taken.value, asked)
    if (!judged.ok) return judged
    const { prolongation, authorisedBy, toolObjections } = judged.value
    const id = ctx.ids.next()
    const why = { act_id: id, reason, explanation: input.explanation || null, facts, sensitivity: sensitivityOfProlongation(reason) }
    const ids = { person: personId, pass: passId, act: id }
    if (authorisedBy === 'siae') {
      await insertProlongation(ctx, pass, { id, first: prolongation.first, last: prolongation.last, requestId: null })
      await insertReason(ctx, pass, { ...why, act: 'prolongation' })
      await keepLastDay(ctx, passId)
      await emitEvent(ctx, { type: 'pass-iae/prolonged', version: 1, subjectId: personId, ids })
      return granted({ passId, personId, state: 'prolonged', toolObjections })
    }
    if (decidingUnitId === null) return refuse('pass-iae/prescriber-to-choose', {}, 'decidingUnitId')
    const { first, last } = prolongation
    await insertRequest(ctx, pass, { id, siaeId, askingUnitId: unitId, decidingUnitId, first, last })
    await insertReason(ctx, pass, { ...why, act: 'request' })
    await emitEvent(ctx, { type: 'pass-iae/prolongation-asked', version: 1, subjectId: personId, ids })
    return granted({ passId, personId, state: 'requested', toolObjections })
  },
  trace: ({ passId }, { personId }) => ({ subjects: { person: personId, pass: passId }, fields: ['reason', 'lastDay', 'decidingUnit'] }),
})
