import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { dropSuccession, findSiae, findSuccession } from '../store.ts'

const schema = z.object({ successionId: z.uuid() })

/** The carrier that proposed one of its structures to another takes its proposal back, as long as it waits: it may then make another one. */
export const withdrawSuccession = command({
  name: 'organisations/withdraw-succession',
  runsAs: 'app',
  schema,
  async run(ctx, { successionId }) {
    const proposed = await findSuccession(ctx, successionId)
    const siae = proposed && (await findSiae(ctx, proposed.siaeId))
    if (!proposed?.successorId || !siae) return notFound()
    if (!maySteer(ctx.actor, siae)) return refuse('organisations/not-yours')
    await lock(ctx, 'organisation', siae.organisationId)
    if ((await findSuccession(ctx, successionId))?.state !== 'waiting') return refuse('organisations/succession-answered')
    await dropSuccession(ctx, successionId, 'withdrawn')
    await emitEvent(ctx, {
      type: 'organisations/succession-withdrawn',
      version: 1,
      subjectId: siae.id,
      ids: { siae: siae.id, succession: successionId, successor: proposed.successorId },
      territoryId: siae.territoryId,
    })
    return granted({ successionId, siaeId: siae.id })
  },
  trace: ({ successionId }, { siaeId }) => ({ subjects: { succession: successionId, siae: siaeId }, fields: ['state'] }),
})
