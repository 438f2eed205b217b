import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { findUnit, updateUnit } from '../store.ts'

const schema = z.object({
  unitId: z.uuid(),
  version: z.coerce.number().int().positive(),
  name: z.string().min(1, 'Saisissez le nom de l’équipe').max(80, 'Le nom dépasse 80 caractères\u00a0: raccourcissez-le'),
})

/** Gives a team another name; its members and the people it follows stay with it. */
export const renameUnit = command({
  name: 'organisations/rename-unit',
  runsAs: 'app',
  schema,
  async run(ctx, { unitId, version, name }) {
    const unit = await findUnit(ctx, unitId)
    if (!unit) return notFound()
    if (!maySteer(ctx.actor, unit)) return refuse('organisations/not-yours')
    const { last } = unit.open
    if (last !== null) return refuse('organisations/unit-closed', { last: frenchDate(last) })
    return (await updateUnit(ctx, { ...unit, version, name })) ? granted({ unitId }) : refuse('platform/stale')
  },
  trace: ({ unitId }) => ({ subjects: { unit: unitId }, fields: ['name'] }),
})
