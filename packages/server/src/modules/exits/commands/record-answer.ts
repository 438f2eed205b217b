import { day, frenchDate, granted } from '@maillage/kernel'
import { ANSWER_SOURCES, SITUATIONS } from '@maillage/rules/exits'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { replaceAnswer } from '../store-follow-up.ts'
import { takeFollowUp } from '../take-follow-up.ts'

const yesOrNo = z
  .enum(['yes', 'no', ''])
  .default('')
  .transform((typed) => (typed === '' ? null : typed === 'yes'))

const schema = z.object({
  stayId: z.uuid(),
  horizon: z.coerce.number().int(),
  situation: z.enum(SITUATIONS, 'Dites où en est la personne'),
  sameEmployer: yesOrNo,
  businessAlive: yesOrNo,
  source: z.enum(
    ANSWER_SOURCES.filter((each) => each !== 'link') as unknown as readonly ['phone', 'meeting', 'employer', 'partner'],
    'Dites qui vous l’a dit',
  ),
  answeredOn: z.iso.date('Saisissez le jour de la réponse').transform(day),
})

/** Notes what became of somebody who left, as the counsellor was told: a later answer replaces it, and the class of the exit never changes. */
export const recordAnswer = command({
  name: 'exits/record-answer',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId, horizon, situation, sameEmployer, businessAlive, source, answeredOn }) {
    const taken = await takeFollowUp(ctx, stayId)
    if (!taken.ok) return taken
    const { exit, followUps } = taken.value
    const asked = followUps.find((each) => each.horizon === horizon)
    if (!asked) return refuse('exits/no-such-follow-up')
    if (answeredOn > ctx.today) return refuse('exits/answer-to-come', {}, 'answeredOn')
    if (answeredOn < asked.asked.first) return refuse('exits/answer-too-early', { first: frenchDate(asked.asked.first) }, 'answeredOn')
    if (asked.state === 'stopped') return refuse('exits/follow-up-stopped')
    const said = situation === 'prefer-not' ? { sameEmployer: null, businessAlive: null } : { sameEmployer, businessAlive }
    await replaceAnswer(ctx, { exit, horizon, situation, source, answeredOn, ...said })
    await emitEvent(ctx, {
      type: 'exits/answer-recorded',
      version: 1,
      subjectId: stayId,
      ids: { siaeId: exit.siaeId, exitId: exit.id, stayId },
    })
    return granted({ exitId: exit.id, personId: exit.personId })
  },
  trace: ({ stayId }, { exitId, personId }) => ({
    subjects: { person: personId, stay: stayId, exit: exitId },
    fields: ['horizon', 'situation', 'sameEmployer', 'businessAlive', 'source', 'answeredOn'],
  }),
})
