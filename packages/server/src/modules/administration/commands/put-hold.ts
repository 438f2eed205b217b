import { day, granted, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayOperate } from '../policy.ts'

const schema = z.object({
  siren: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{9}$/, 'Saisissez les neuf chiffres du numéro SIREN')),
  reason: z.string().trim().min(1, 'Saisissez la raison : un contrôle, un contentieux…').max(500, 'La raison tient en 500 signes au plus'),
  lastDay: z.iso.date('Saisissez le dernier jour'),
})

/** Keeps everything of the people of an organisation for a time that always ends: a control or a lawsuit needs it. */
export const putHold = command({
  name: 'administration/put-hold',
  runsAs: 'app',
  schema,
  async run({ tx, actor, today, now, ids }, { siren, reason, lastDay }) {
    if (!mayOperate(actor)) return notFound()
    if (day(lastDay) < today) return refuse('administration/hold-in-the-past', undefined, 'lastDay')
    const { rows } = await sql<{ id: string }>`select id from organisation where siren = ${siren}`.execute(tx)
    const organisationId = rows[0]?.id
    if (!organisationId) return refuse('administration/organisation-unknown', undefined, 'siren')
    const id = ids.next()
    await sql`
      insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by)
      values (${id}, ${organisationId}, ${reason}, ${isoDate(today)}, ${lastDay}, ${now.toString()}, ${actor.accountId})`.execute(tx)
    return granted({ holdId: id, organisationId })
  },
  trace: (_input, { holdId, organisationId }) => ({
    subjects: { hold: holdId, organisation: organisationId },
    fields: ['reason', 'lastDay'],
  }),
})
