import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { actFields } from '../act-fields.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { reviewFields, unlikelyReview } from '../review-fields.ts'
import { MOMENT_LABELS } from '../review-words.fr.ts'
import { insertActs } from '../store.ts'
import { insertReview } from '../store-reviews.ts'

const schema = z.object({ personId: z.uuid(), minutes: actFields.minutes.default(null), ...reviewFields })

/**
 * Records a review: what the person says of seven domains of life, in their words. Health is their referents'. Made with the person, it is an interview
 * too, which nobody types a second time.
 */
export const recordReview = command({
  name: 'accompaniment/record-review',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, minutes, ...facts }) {
    const may = await mayWriteOf(ctx, asked)
    if (!may.ok) return may
    const { personId, organisationId, referent } = may.value
    const refused = unlikelyReview(facts, { today: ctx.today, referent })
    if (refused) return refused
    const id = ctx.ids.next()
    await insertReview(ctx, { id, personId, organisationId, corrects: null }, facts)
    if (facts.withPerson) {
      const { moment, heldOn } = facts
      const interview = { kind: 'interview', mission: moment === 'entry' ? 'welcome' : 'support', purpose: MOMENT_LABELS[moment] } as const
      const act = {
        id: ctx.ids.next(),
        personId,
        organisationId,
        workshopId: null,
        happenedOn: heldOn,
        minutes,
        nextStep: null,
        nextOn: null,
      }
      await insertActs(ctx, [{ ...act, ...interview }])
      await emitEvent(ctx, { type: 'accompaniment/act-recorded', version: 1, subjectId: act.id, ids: { act: act.id, person: personId } })
    }
    await emitEvent(ctx, { type: 'accompaniment/review-recorded', version: 1, subjectId: id, ids: { review: id, person: personId } })
    return granted({ id, personId })
  },
  trace: (_typed, { id, personId }) => ({
    subjects: { review: id, person: personId },
    fields: ['minutes', 'moment', 'heldOn', 'withPerson', 'words', 'nextOn', 'answers'],
  }),
})
