import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse, successionMail } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { carryOut, dropSuccession, findSiae, findSuccession } from '../store.ts'

const schema = z.object({ successionId: z.uuid(), answer: z.enum(['accepted', 'refused'], 'Choisissez une réponse') })

/** The carrier asked to take a structure over answers. Accepted, its teams read the files and employ the people from the day after the last one. */
export const answerSuccession = command({
  name: 'organisations/answer-succession',
  runsAs: 'app',
  schema,
  async run(ctx, { successionId, answer }) {
    const asked = await findSuccession(ctx, successionId)
    const [siae, successor] = [
      asked && (await findSiae(ctx, asked.siaeId)),
      asked?.successorId ? await findSiae(ctx, asked.successorId) : undefined,
    ]
    if (!asked || !siae || !successor) return notFound()
    if (!maySteer(ctx.actor, successor)) return refuse('organisations/not-yours')
    await lock(ctx, 'organisation', siae.organisationId)
    if ((await findSuccession(ctx, successionId))?.state !== 'waiting') return refuse('organisations/succession-answered')
    if (answer === 'accepted' && asked.lastDay < ctx.today)
      return refuse('organisations/succession-day-passed', { last: frenchDate(asked.lastDay) }, 'answer')
    const mail = successionMail(siae.name, successor.name, frenchDate(asked.lastDay))
    const files = answer === 'accepted' ? await carryOut(ctx, successionId, mail) : 0
    if (answer === 'refused') await dropSuccession(ctx, successionId, 'refused')
    await emitEvent(ctx, {
      type: answer === 'accepted' ? 'organisations/siae-ended' : 'organisations/succession-refused',
      version: 1,
      subjectId: siae.id,
      ids: { siae: siae.id, succession: successionId, successor: successor.id },
      territoryId: siae.territoryId,
    })
    return granted({ successionId, successorId: successor.id, files })
  },
  trace: ({ successionId }, { successorId }) => ({ subjects: { succession: successionId, siae: successorId }, fields: ['answer'] }),
})
