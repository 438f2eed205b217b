import { day, frenchDate, granted, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'
import { endReferentOn, findReferent } from '../store.ts'

const schema = z.object({ referentId: z.uuid(), lastDay: z.iso.date('Saisissez le dernier jour').transform(day) })

/** Ends the follow-up of a referent: the rights it opened end the same day. */
export const endReferent = command({
  name: 'people/end-referent',
  runsAs: 'app',
  schema,
  async run(ctx, { referentId, lastDay }) {
    const referent = await findReferent(ctx, referentId)
    if (!referent || referent.organisationId !== ctx.actor.hat?.organisationId) return notFound()
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    const { first, last } = referent.open
    if (last !== null && last < ctx.today) return refuse('people/referent-already-ended', { last: frenchDate(last) })
    if (lastDay < ctx.today) return refuse('people/referent-not-before-today', {}, 'lastDay')
    if (lastDay < first) return refuse('people/referent-reversed', {}, 'lastDay')
    await endReferentOn(ctx, referentId, lastDay)
    await sql`select end_access(${referent.personId}, ${referentId}, ${isoDate(lastDay)})`.execute(ctx.tx)
    await emitEvent(ctx, {
      type: 'people/referent-ended',
      version: 1,
      subjectId: referent.personId,
      ids: { person: referent.personId, referent: referentId },
    })
    return granted({ personId: referent.personId })
  },
  trace: ({ referentId }, { personId }) => ({ subjects: { person: personId, referent: referentId }, fields: ['lastDay'] }),
})
