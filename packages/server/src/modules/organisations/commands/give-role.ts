import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { isOpen, ROLES, rolesFor } from '../model.ts'
import { maySteer } from '../policy.ts'
import { insertMembership, membershipsOf } from '../store.ts'

const schema = z.object({ accountId: z.uuid(), role: z.enum(ROLES, 'Choisissez une casquette') })

/** Gives one more hat to a member, from today: they wear one at a time. */
export const giveRole = command({
  name: 'organisations/give-role',
  runsAs: 'app',
  schema,
  async run(ctx, { accountId, role }) {
    const { hat } = ctx.actor
    if (!hat || !maySteer(ctx.actor, hat)) return refuse('organisations/not-yours')
    const { organisationId } = hat
    if (!rolesFor(hat.functions).includes(role)) return refuse('organisations/role-not-here', {}, 'role')
    await lock(ctx, 'organisation', organisationId)
    const theirs = (await membershipsOf(ctx, organisationId)).filter((each) => each.accountId === accountId)
    const [known] = theirs.filter((each) => isOpen(each, ctx.today))
    if (theirs.length === 0) return notFound()
    if (!known) return refuse('organisations/not-a-member')
    if (theirs.some((each) => each.role === role && isOpen(each, ctx.today))) return refuse('organisations/role-already-held', {}, 'role')
    const id = ctx.ids.next()
    await insertMembership(ctx, {
      id,
      accountId,
      organisationId,
      displayName: known.displayName,
      role,
      open: { first: ctx.today, last: null },
    })
    await emitEvent(ctx, { type: 'organisations/role-given', version: 1, subjectId: organisationId, ids: { membership: id } })
    return granted({ id, accountId })
  },
  trace: ({ accountId }, { id }) => ({ subjects: { membership: id, account: accountId }, fields: ['role'] }),
})
