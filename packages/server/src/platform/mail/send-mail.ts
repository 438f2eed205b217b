import nodemailer from 'nodemailer'
import { legalDay } from '../clock.ts'
import { contextOfNobody, PARIS } from '../command/context.ts'
import type { Job } from '../jobs/job.ts'

const BATCH = 20
const ATTEMPTS = 10

/**
 * Sends what waits in the outbox. Without a mail server messages stay there, where the demonstration shows them.
 * The message leaves between two transactions: sent twice after a crash rather than never.
 */
export function sendMail(smtpUrl: string | null, from: string): Job {
  const transport = smtpUrl === null ? null : nodemailer.createTransport(smtpUrl)
  return {
    name: 'platform-send-mail',
    schedule: '* * * * *',
    async run({ database, clock }) {
      if (!transport) return
      const context = contextOfNobody(legalDay(clock.now(), PARIS))
      const waiting = await database.transaction({ role: 'maillage_job', context }, (tx) =>
        tx
          .selectFrom('mail')
          .selectAll()
          .where('sent_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('attempts', '<', ATTEMPTS)
          .orderBy('queued_at')
          .limit(BATCH)
          .execute(),
      )
      for (const message of waiting) {
        const failure = await transport.sendMail({ from, to: message.recipient, subject: message.subject, text: message.body }).then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
        )
        const outcome = failure === null ? { sent_at: clock.now().toString() } : { last_failure: failure }
        await database.transaction({ role: 'maillage_job', context }, (tx) =>
          tx
            .updateTable('mail')
            .set({ ...outcome, attempts: message.attempts + 1 })
            .where('id', '=', message.id)
            .execute(),
        )
      }
    },
  }
}
