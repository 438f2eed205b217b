import type { Ctx } from '../../platform/command/context.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { personCard } from '../people/index.ts'
import { answerMail } from './messages.fr.ts'
import type { Application } from './model.ts'
import { siaeToSend } from './queries/siae-to-send.ts'

/** Writes the answer to the person, when they left an address that nobody else reads; otherwise whoever sent them tells them. */
export async function tellPerson(ctx: Ctx, { personId, siaeId }: Application, answer: string): Promise<void> {
  if (answer.trim() === '') return
  const person = await personCard(ctx, personId)
  if (!person?.email || !person.emailSafe || person.diedOn !== null) return
  const siae = await siaeToSend(ctx, siaeId)
  if (siae) await queueMail(ctx, { recipient: person.email, personId: person.id, ...answerMail(siae.name, answer) })
}
