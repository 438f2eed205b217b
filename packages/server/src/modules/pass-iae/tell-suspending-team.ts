import { randomUUIDv7 } from 'node:crypto'
import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import { legalDay } from '../../platform/clock.ts'
import { PARIS } from '../../platform/command/context.ts'
import type { EventHandler } from '../../platform/events/event-handler.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { liftedMail } from './messages.fr.ts'

interface Told {
  readonly address: string
}

/**
 * A hire elsewhere ended a suspension: the structure that had declared it is told, by a message that names nobody. Its named referents, or else
 * those who accompany and direct its teams.
 */
export const tellSuspendingTeam: EventHandler = {
  name: 'pass-iae/tell-suspending-team',
  event: 'pass-iae/suspension-lifted',
  async handle({ tx, now, event: { ids, organisationId } }) {
    const { person, pass, suspension } = ids
    if (person === undefined || pass === undefined || suspension === undefined) return
    // The structure that hires has just done it: it needs no message.
    const { rows } = await sql<Told>`
      select addresses_following(${person}, siae.id, ${isoDate(legalDay(now, PARIS))}) as address
      from suspension join siae on siae.id = suspension.siae_id
      where suspension.id = ${suspension} and siae.organisation_id is distinct from ${organisationId}`.execute(tx)
    const ctx = { tx, now, ids: { next: () => randomUUIDv7() } }
    for (const { address } of rows) await queueMail(ctx, { recipient: address, ...liftedMail(pass) })
  },
}
