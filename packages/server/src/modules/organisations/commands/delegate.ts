import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { coversAll } from '../model.ts'
import { findMembership, insertDelegation, overlappingDelegation } from '../store.ts'

const schema = z.object({
  toMembershipId: z.uuid('Choisissez la personne qui vous supplée'),
  firstDay: z.iso.date('Saisissez le premier jour').transform(day),
  lastDay: z.iso.date('Saisissez le dernier jour').transform(day),
  reason: z.string().min(1, 'Saisissez le motif').max(240, 'Le motif dépasse 240 caractères\u00a0: raccourcissez-le'),
})

/** Names a deputy for the hat one wears, for a time that ends: the deputy acts in their own name. */
export const delegate = command({
  name: 'organisations/delegate',
  runsAs: 'app',
  schema,
  async run(ctx, { toMembershipId, firstDay, lastDay, reason }) {
    const from = ctx.actor.hat ? await findMembership(ctx, ctx.actor.hat.membershipId) : undefined
    if (!from) return refuse('organisations/not-a-member')
    const to = await findMembership(ctx, toMembershipId)
    if (!to || !coversAll(to, { first: ctx.today, last: ctx.today })) return refuse('organisations/deputy-unknown', {}, 'toMembershipId')
    if (to.accountId === from.accountId) return refuse('organisations/deputy-is-oneself', {}, 'toMembershipId')
    if (firstDay < ctx.today) return refuse('organisations/not-before-today', {}, 'firstDay')
    if (lastDay < firstDay) return refuse('organisations/delegation-reversed', {}, 'lastDay')
    const period = { first: firstDay, last: lastDay }
    const leaving = [from, to].find((each) => !coversAll(each, period))
    if (leaving) {
      const details = { name: leaving.displayName, last: frenchDate(leaving.open.last ?? lastDay) }
      return refuse('organisations/delegation-outside-membership', details, 'lastDay')
    }
    if (await overlappingDelegation(ctx, from.id, to.id, period)) return refuse('organisations/delegation-overlaps', {}, 'firstDay')
    const id = ctx.ids.next()
    const { organisationId } = from
    await insertDelegation(ctx, { id, organisationId, fromMembershipId: from.id, toMembershipId: to.id, period, reason })
    await emitEvent(ctx, { type: 'organisations/delegated', version: 1, subjectId: organisationId, ids: { delegation: id } })
    return granted({ id })
  },
  trace: ({ toMembershipId }, { id }) => ({
    subjects: { delegation: id, deputy: toMembershipId },
    fields: ['firstDay', 'lastDay', 'reason'],
  }),
})
