import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { leavesNobodySteering } from '../model.ts'
import { maySteer } from '../policy.ts'
import { endMemberships, findMembership, membershipsOf } from '../store.ts'

const schema = z.object({
  membershipId: z.uuid(),
  scope: z.enum(['hat', 'person'], 'Dites si la personne perd cette casquette ou les quitte toutes'),
  lastDay: z.iso.date('Saisissez le dernier jour').transform(day),
})

/** Ends one hat of a member, or all of them; teams and delegations end the same day. What was done under the hat stays. */
export const endMembership = command({
  name: 'organisations/end-membership',
  runsAs: 'app',
  schema,
  async run(ctx, { membershipId, scope, lastDay }) {
    const membership = await findMembership(ctx, membershipId)
    if (!membership) return notFound()
    if (!maySteer(ctx.actor, membership)) return refuse('organisations/not-yours')
    const { accountId, organisationId } = membership
    await lock(ctx, 'organisation', organisationId)
    const all = await membershipsOf(ctx, organisationId)
    const ending = all.filter(
      ({ id, open, ...each }) =>
        (scope === 'person' ? each.accountId === accountId : id === membershipId) && (open.last === null || open.last > lastDay),
    )
    const [first] = ending
    if (lastDay < ctx.today) return refuse('organisations/not-before-today', {}, 'lastDay')
    if (!first) return refuse('organisations/membership-already-ended', { last: frenchDate(membership.open.last ?? lastDay) })
    const later = ending.find(({ open }) => open.first > lastDay)
    if (later) return refuse('organisations/membership-ends-before-start', { first: frenchDate(later.open.first) }, 'lastDay')
    if (leavesNobodySteering(all, ending)) return refuse('organisations/nobody-would-steer')
    await endMemberships(
      ctx,
      ending.map(({ id }) => id),
      lastDay,
    )
    for (const { id } of ending) {
      await emitEvent(ctx, { type: 'organisations/membership-ended', version: 1, subjectId: organisationId, ids: { membership: id } })
    }
    return granted({ accountId })
  },
  trace: ({ membershipId }, { accountId }) => ({
    subjects: { membership: membershipId, account: accountId },
    fields: ['scope', 'lastDay'],
  }),
})
