import { day, granted, type Outcome } from '@maillage/kernel'
import { sensitivityOfProlongation } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { siaeBrief } from '../../eligibility/index.ts'
import { judgeAskedProlongation } from '../judge-asked-prolongation.ts'
import { refuse } from '../messages.fr.ts'
import { takeRequest } from '../request-in-hand.ts'
import { insertReason, keepLastDay } from '../store.ts'
import { endRequest, insertProlongation } from '../store-requests.ts'

const schema = z.object({
  requestId: z.uuid(),
  grounds: z.string().max(4000, 'Le texte dépasse 4 000 caractères\u00a0: raccourcissez-le'),
  personNotifiedOn: z.iso.date('Saisissez le jour où la personne a été informée').transform(day).nullable(),
})

/** Grants a request to prolong, judged again on the day of the answer: what happened meanwhile may have changed what is possible. */
export const grantProlongation = command({
  name: 'pass-iae/grant-prolongation',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId, grounds, personNotifiedOn }): Promise<Outcome<{ readonly personId: string; readonly passId: string }>> {
    const taken = await takeRequest(ctx, requestId)
    if (!taken.ok) return taken
    const { request, pass, ground } = taken.value
    if (personNotifiedOn !== null && personNotifiedOn > ctx.today) return refuse('pass-iae/notified-later', {}, 'personNotifiedOn')
    const siae = await siaeBrief(ctx, request.siaeId)
    if (!siae) return refuse('pass-iae/siae-to-choose')
    const { reason, facts, explanation } = ground
    const { last, askedOn, personId, passId } = request
    const judged = await judgeAskedProlongation(ctx, taken.value, { reason, last, askedOn, siaeKind: siae.kind, facts, isPending: false })
    if (!judged.ok) return judged
    const id = ctx.ids.next()
    const { prolongation } = judged.value
    await insertProlongation(ctx, pass, { id, first: prolongation.first, last: prolongation.last, requestId })
    await insertReason(ctx, pass, {
      act_id: id,
      act: 'prolongation',
      reason,
      explanation,
      facts,
      sensitivity: sensitivityOfProlongation(reason),
    })
    await keepLastDay(ctx, passId)
    if (!(await endRequest(ctx, request, { state: 'granted', grounds: grounds || null, personNotifiedOn })))
      return refuse('pass-iae/request-answered')
    const ids = { person: personId, pass: passId, request: requestId, act: id }
    await emitEvent(ctx, { type: 'pass-iae/prolonged', version: 1, subjectId: personId, ids })
    return granted({ personId, passId })
  },
  trace: ({ requestId }, { personId, passId }) => ({
    subjects: { person: personId, pass: passId, request: requestId },
    fields: ['state', 'grounds'],
  }),
})
