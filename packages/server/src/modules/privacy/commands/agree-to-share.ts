import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { SHARED_SUBJECTS } from '../model.ts'
import { isOver, ownAccess } from '../queries/own-access.ts'
import { ownAgreements } from '../queries/own-choices.ts'
import { insertAgreement } from '../store.ts'

const schema = z.object({ organisationId: z.uuid(), subject: z.enum(SHARED_SUBJECTS) })

/** The person agrees that an organisation which follows them reads one more thing; they take it back whenever they want. */
export const agreeToShare = command({
  name: 'privacy/agree-to-share',
  runsAs: 'app',
  schema,
  async run(ctx, { organisationId, subject }) {
    const personId = ctx.actor.subject?.personId
    if (!personId) return notFound()
    await lock(ctx, 'person', personId)
    const following = (await ownAccess(ctx)).some((each) => each.organisationId === organisationId && !isOver(each, ctx.today))
    if (!following) return notFound()
    const given = (await ownAgreements(ctx, personId)).some((each) => each.organisationId === organisationId && each.subject === subject)
    if (given) return refuse('privacy/already-shared')
    await insertAgreement(ctx, organisationId, subject)
    return granted({ organisationId })
  },
  trace: (_typed, { organisationId }) => ({ subjects: { organisation: organisationId }, fields: ['subject'] }),
})
