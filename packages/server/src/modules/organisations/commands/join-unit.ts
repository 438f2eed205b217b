import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { isOpen } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findMembership, findUnit, insertPlace, placeInUnit, updatePlace } from '../store.ts'

const schema = z.object({ membershipId: z.uuid(), unitId: z.uuid('Choisissez une équipe') })

/** Puts a member in a team from today: under that hat, they reach the people that the team follows. */
export const joinUnit = command({
  name: 'organisations/join-unit',
  runsAs: 'app',
  schema,
  async run(ctx, { membershipId, unitId }) {
    const membership = await findMembership(ctx, membershipId)
    if (!membership) return notFound()
    if (!maySteer(ctx.actor, membership)) return refuse('organisations/not-yours')
    if (!isOpen(membership, ctx.today)) return refuse('organisations/not-a-member')
    const unit = await findUnit(ctx, unitId)
    if (unit?.organisationId !== membership.organisationId) return notFound()
    if (unit.open.last !== null) return refuse('organisations/unit-closed', { last: frenchDate(unit.open.last) }, 'unitId')
    const place = await placeInUnit(ctx, membershipId, unitId, ctx.today)
    if (place && place.last === membership.open.last) return refuse('organisations/already-in-unit', {}, 'unitId')
    // Whoever left earlier today is still there until tonight: they come back on the same line.
    if (place) await updatePlace(ctx, membershipId, unitId, { first: place.first, last: membership.open.last })
    else await insertPlace(ctx, membership, unitId, { first: ctx.today, last: membership.open.last })
    await emitEvent(ctx, {
      type: 'organisations/unit-joined',
      version: 1,
      subjectId: membershipId,
      ids: { membership: membershipId, unit: unitId },
    })
    return granted({ accountId: membership.accountId })
  },
  trace: ({ membershipId, unitId }) => ({ subjects: { membership: membershipId, unit: unitId }, fields: ['unit'] }),
})
