import { day, granted, isoDate, source } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { authorityOver, overlappingAuthorisation } from '../../organisations/index.ts'
import { refuse } from '../messages.fr.ts'

const SOURCE = source('Code du travail, art. L5132-3 et R5132-1-1', 'text', 'Prescription par un organisme habilité')

const schema = z.object({
  organisationId: z.uuid(),
  firstDay: z.iso.date('Saisissez le premier jour sans habilitation').transform(day),
  grounds: z
    .string()
    .trim()
    .min(1, 'Écrivez sur quoi repose ce constat')
    .max(2000, 'Le constat dépasse 2\u202f000 caractères\u00a0: raccourcissez-le'),
})

/**
 * The State finds that an organisation prescribed without being authorised. What the préfet had decided ends the day before; each right that rests on
 * its word since, and was used in the département, stays to the person, who is in good faith, and becomes a case to decide. Whoever prescribes by the
 * ministerial order is not judged here.
 */
export const findUnauthorised = command({
  name: 'hiring/find-unauthorised',
  runsAs: 'app',
  schema,
  async run(ctx, { organisationId, firstDay, grounds }) {
    const organisation = await authorityOver(ctx, organisationId)
    if (!organisation || !ctx.actor.hat) return notFound()
    if (firstDay > ctx.today) return refuse('hiring/finding-to-come', {}, 'firstDay')
    const held = await overlappingAuthorisation(ctx, organisationId, { first: firstDay, last: firstDay })
    if (held?.basis === 'order') return refuse('hiring/authorised-by-order')
    const id = ctx.ids.next()
    await sql`
      insert into prescriber_finding (id, organisation_id, authority_id, first_day, grounds, recorded_at, recorded_by)
      values (${id}, ${organisationId}, ${ctx.actor.hat.organisationId}, ${isoDate(firstDay)}, ${grounds}, ${ctx.now.toString()},
        ${ctx.actor.accountId})`.execute(ctx.tx)
    const { rows } = await sql<{ opened: number }>`
      select open_prescription_cases(${id}, ${JSON.stringify(SOURCE)}::jsonb, ${ctx.now.toString()}) as opened`.execute(ctx.tx)
    await emitEvent(ctx, {
      type: 'hiring/prescriber-found-unauthorised',
      version: 1,
      subjectId: organisationId,
      ids: { organisation: organisationId, finding: id },
    })
    return granted({ id, organisationId, cases: Number(rows[0]?.opened ?? 0) })
  },
  trace: ({ organisationId }, { id }) => ({ subjects: { organisation: organisationId, finding: id }, fields: ['firstDay', 'grounds'] }),
})
