import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { findMembership, placeInUnit, updatePlace } from '../store.ts'

const schema = z.object({ membershipId: z.uuid(), unitId: z.uuid() })

/** Takes a member out of a team: today is their last day in it. */
export const leaveUnit = command({
  name: 'organisations/leave-unit',
  runsAs: 'app',
  schema,
  async run(ctx, { membershipId, unitId }) {
    const membership = await findMembership(ctx, membershipId)
    if (!membership) return notFound()
    if (!maySteer(ctx.actor, membership)) return refuse('organisations/not-yours')
    const place = await placeInUnit(ctx, membershipId, unitId, ctx.today)
    if (!place || place.last === ctx.today) return refuse('organisations/not-in-unit')
    await updatePlace(ctx, membershipId, unitId, { first: place.first, last: ctx.today })
    await emitEvent(ctx, {
      type: 'organisations/unit-left',
      version: 1,
      subjectId: membershipId,
      ids: { membership: membershipId, unit: unitId },
    })
    return granted({ accountId: membership.accountId })
  },
  trace: ({ membershipId, unitId }) => ({ subjects: { membership: membershipId, unit: unitId }, fields: ['unit'] }),
})
