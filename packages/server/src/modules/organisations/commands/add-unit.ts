import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { isOpen, UNIT_KINDS } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findSiae, insertUnit } from '../store.ts'

const schema = z.object({
  name: z.string().min(1, 'Saisissez le nom de l’équipe').max(80, 'Le nom dépasse 80 caractères\u00a0: raccourcissez-le'),
  kind: z.enum(UNIT_KINDS, 'Dites si c’est une équipe ou une agence'),
  siaeId: z.union([z.uuid(), z.literal('')], 'Choisissez une structure de la liste').transform((chosen) => (chosen === '' ? null : chosen)),
})

/** Opens a team or an agency of one's organisation, from today: rights on people will be held by it. */
export const addUnit = command({
  name: 'organisations/add-unit',
  runsAs: 'app',
  schema,
  async run(ctx, { name, kind, siaeId }) {
    const { hat } = ctx.actor
    if (!hat || !maySteer(ctx.actor, hat)) return refuse('organisations/not-yours')
    const { organisationId } = hat
    if (siaeId !== null) {
      const siae = await findSiae(ctx, siaeId)
      if (siae?.organisationId !== organisationId) return refuse('organisations/unit-of-another', {}, 'siaeId')
      if (!isOpen(siae, ctx.today)) return refuse('organisations/siae-closed', { name: siae.name }, 'siaeId')
    }
    const id = ctx.ids.next()
    await insertUnit(ctx, { id, organisationId, siaeId, name, kind, open: { first: ctx.today, last: null } })
    await emitEvent(ctx, { type: 'organisations/unit-added', version: 1, subjectId: organisationId, ids: { unit: id } })
    return granted({ id })
  },
  trace: (_input, { id }) => ({ subjects: { unit: id }, fields: ['name', 'kind', 'siae'] }),
})
