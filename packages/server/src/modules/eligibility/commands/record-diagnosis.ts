import { granted } from '@maillage/kernel'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile } from '../../people/index.ts'
import { diagnosisSchema } from '../diagnosis-form.ts'
import { judgeDiagnosis } from '../judge-diagnosis.ts'
import { refuse } from '../messages.fr.ts'
import { reasonsOf } from '../model.ts'
import { birthOf } from '../queries/birth-of.ts'
import { diagnosisAuthor } from '../queries/diagnosis-author.ts'
import { insertDiagnosis, replaceEarlier } from '../store.ts'

/**
 * Records a diagnosis with the answer of the rules. It is a fact: an answer that refuses or that lacks something is kept with its reasons.
 * The author reads it again; nothing of what others wrote comes with it.
 */
export const recordDiagnosis = command({
  name: 'eligibility/record-diagnosis',
  runsAs: 'app',
  schema: diagnosisSchema,
  async run(ctx, input) {
    const { personId, unitId, siaeId, madeOn } = input
    const { hat } = ctx.actor
    if (!hat?.units.includes(unitId)) return notFound()
    const found = await diagnosisAuthor(ctx, { personId, siaeId, on: madeOn })
    if (!found.ok) return found
    if (madeOn > ctx.today) return refuse('eligibility/made-later', {}, 'madeOn')
    const { author } = found.value
    await lock(ctx, 'person', personId)
    const closed = await closedFile(ctx, personId)
    if (closed) return closed
    const { explained, criteria } = judgeDiagnosis(ctx.law, author, input, await birthOf(ctx, personId))
    const verdict = explained.value
    const id = ctx.ids.next()
    await replaceEarlier(ctx, { id, personId, siaeId, madeOn, verdict: verdict.state })
    await insertDiagnosis(ctx, {
      id,
      personId,
      unitId,
      organisationId: hat.organisationId,
      siaeId,
      author,
      madeOn,
      verdict: verdict.state,
      carriedBy: verdict.state === 'granted' ? verdict.carriedBy.by : null,
      criteria,
      registration: input.registration ?? null,
      reasons: reasonsOf(verdict, explained.because()),
    })
    await emitEvent(ctx, { type: 'eligibility/diagnosed', version: 1, subjectId: personId, ids: { person: personId, diagnosis: id } })
    return granted({ diagnosisId: id, personId, verdict: verdict.state })
  },
  trace: ({ personId }, { diagnosisId }) => ({
    subjects: { person: personId, diagnosis: diagnosisId },
    fields: ['madeOn', 'criteria', 'registration'],
  }),
})
