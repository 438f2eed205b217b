import { granted, isoDate } from '@maillage/kernel'
import { linkLastDay } from '@maillage/rules/exits'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { newToken, tokenHash } from '../../../platform/session/token.ts'
import { personCard } from '../../people/index.ts'
import { answerCodeHash, newAnswerCode } from '../follow-up-code.ts'
import { newsMail, refuse } from '../messages.fr.ts'
import { LINK_WAYS } from '../model-follow-up.ts'
import { replaceLink } from '../store-follow-up.ts'
import { takeFollowUp } from '../take-follow-up.ts'

const schema = z.object({
  stayId: z.uuid(),
  horizon: z.coerce.number().int(),
  way: z.enum(LINK_WAYS, 'Choisissez comment le lien parvient à la personne'),
  /** Written by the page: where the platform is. */
  site: z.url(),
})

/**
 * Makes a way to answer without an account: an address that says nothing, and a code given by another way. Both are shown once, hashes are kept. By mail
 * only to an address that nobody else reads; never to somebody who died, is detained, came back or opposed it.
 */
export const giveLink = command({
  name: 'exits/give-link',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId, horizon, way, site }) {
    const taken = await takeFollowUp(ctx, stayId)
    if (!taken.ok) return taken
    const { exit, after, followUps } = taken.value
    const asked = followUps.find((each) => each.horizon === horizon)
    if (!asked) return refuse('exits/no-such-follow-up')
    if (!after.reachable || asked.state === 'stopped') return refuse('exits/no-link-for-this-person')
    if (asked.state !== 'due') return refuse('exits/not-asked-today')
    const person = await personCard(ctx, exit.personId)
    if (way === 'mail' && (!person?.email || !person.emailSafe)) return refuse('exits/no-safe-address', {}, 'way')
    const [token, code] = [newToken(), newAnswerCode()]
    const kept = tokenHash(token)
    const lastDay = linkLastDay(ctx.law, ctx.today)
    await replaceLink(ctx, { exit, horizon, way, tokenHash: kept, codeHash: answerCodeHash(kept, code), lastDay: isoDate(lastDay) })
    const address = `${site.replace(/\/$/, '')}/nouvelles/${token}`
    if (way === 'mail' && person?.email) await queueMail(ctx, { recipient: person.email, personId: exit.personId, ...newsMail(address) })
    return granted({ exitId: exit.id, personId: exit.personId, address, code, lastDay, way })
  },
  trace: ({ stayId }, { exitId, personId }) => ({ subjects: { person: personId, stay: stayId, exit: exitId }, fields: ['horizon', 'way'] }),
})
