import { day, granted, isoDate } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse, STAFF_LABELS, type StaffRole } from '../messages.fr.ts'
import { mayKeepStaff } from '../policy.ts'
import { employer } from '../queries/employer.ts'
import { employmentOf } from '../tables.ts'

const roles = Object.keys(STAFF_LABELS) as [StaffRole, ...StaffRole[]]

const schema = z.object({
  siaeId: z.uuid(),
  role: z.enum(roles, 'Choisissez la fonction du poste'),
  label: z
    .string()
    .trim()
    .min(1, 'Donnez un nom au poste, par exemple « Encadrante maraîchage »')
    .max(120, 'Le nom du poste dépasse 120 caractères : raccourcissez-le'),
  fte: z
    .string()
    .regex(/^\d{1,2}([.,]\d{1,2})?$/, 'Saisissez les ETP en chiffres, par exemple 1 ou 0,8')
    .transform((typed) => Math.round(Number(typed.replace(',', '.')) * 100))
    .refine((hundredths) => hundredths >= 1, 'Saisissez plus de zéro ETP'),
  firstDay: z.iso.date('Saisissez le premier jour du poste').transform(day),
})

/** A permanent post: what supervises, accompanies or manages, by function and full-time equivalent; no name is kept. */
export const addStaffPost = command({
  name: 'employment/add-staff-post',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, role, label, fte, firstDay }) {
    const siae = await employer(ctx, siaeId)
    if (!siae) return notFound()
    if (!mayKeepStaff(ctx.actor, siae)) return refuse('employment/staff-not-yours')
    const postId = ctx.ids.next()
    await employmentOf(ctx.tx)
      .insertInto('staff_post')
      .values({
        id: postId,
        organisation_id: siae.organisationId,
        siae_id: siaeId,
        role,
        label,
        fte,
        first_day: isoDate(firstDay),
        last_day: null,
        recorded_at: ctx.now.toString(),
        recorded_by: ctx.actor.accountId,
        version: 1,
      })
      .execute()
    await emitEvent(ctx, { type: 'employment/staff-post-opened', version: 1, subjectId: postId, ids: { siaeId, postId } })
    return granted({ postId })
  },
  trace: ({ siaeId }, { postId }) => ({ subjects: { siae: siaeId, post: postId }, fields: ['role', 'label', 'fte', 'firstDay'] }),
})
