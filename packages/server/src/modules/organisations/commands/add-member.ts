import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { emailKey, ROLE_LABELS } from '../../accounts/index.ts'
import { newMemberMail, refuse } from '../messages.fr.ts'
import { isOpen, ROLES, rolesFor } from '../model.ts'
import { maySteer } from '../policy.ts'
import { accountWithAddress } from '../queries/account-with-address.ts'
import { insertMembership, membershipsOf } from '../store.ts'

const schema = z.object({
  email: z.email('Saisissez une adresse e-mail complète, comme prenom.nom@exemple.fr').max(254, 'Cette adresse est trop longue'),
  displayName: z.string().min(1, 'Saisissez le prénom et le nom').max(120, 'Le nom dépasse 120 caractères\u00a0: raccourcissez-le'),
  role: z.enum(ROLES, 'Choisissez une casquette'),
})

/** Makes a member of somebody who has an account. The name is typed, not read: knowing an address does not tell whose it is. */
export const addMember = command({
  name: 'organisations/add-member',
  runsAs: 'app',
  schema,
  async run(ctx, { email, displayName, role }) {
    const { hat, name } = ctx.actor
    if (!hat || !maySteer(ctx.actor, hat)) return refuse('organisations/not-yours')
    const { organisationId } = hat
    if (!rolesFor(hat.functions).includes(role)) return refuse('organisations/role-not-here', {}, 'role')
    const accountId = await accountWithAddress(ctx, emailKey(email))
    if (accountId === undefined) return refuse('organisations/account-absent', {}, 'email')
    await lock(ctx, 'organisation', organisationId)
    const known = (await membershipsOf(ctx, organisationId)).find((each) => each.accountId === accountId && isOpen(each, ctx.today))
    if (known) return refuse('organisations/already-member', { name: known.displayName }, 'email')
    const id = ctx.ids.next()
    await insertMembership(ctx, { id, accountId, organisationId, displayName, role, open: { first: ctx.today, last: null } })
    await emitEvent(ctx, { type: 'organisations/member-added', version: 1, subjectId: organisationId, ids: { membership: id } })
    await queueMail(ctx, { recipient: email, ...newMemberMail(hat.organisationName, name, ROLE_LABELS[role] ?? role) })
    return granted({ id, accountId })
  },
  trace: (_input, { id, accountId }) => ({ subjects: { membership: id, account: accountId }, fields: ['displayName', 'role'] }),
})
