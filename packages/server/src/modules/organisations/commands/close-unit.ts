import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { emptyUnit, findUnit, updateUnit } from '../store.ts'

const schema = z.object({
  unitId: z.uuid(),
  version: z.coerce.number().int().positive(),
  lastDay: z.iso.date('Saisissez le dernier jour de l’équipe').transform(day),
})

/** Closes a team: its members leave it that day. Who holds rights through it learns it by the event. */
export const closeUnit = command({
  name: 'organisations/close-unit',
  runsAs: 'app',
  schema,
  async run(ctx, { unitId, version, lastDay }) {
    const unit = await findUnit(ctx, unitId)
    if (!unit) return notFound()
    if (!maySteer(ctx.actor, unit)) return refuse('organisations/not-yours')
    const { first, last } = unit.open
    if (last !== null) return refuse('organisations/unit-closed', { last: frenchDate(last) })
    if (lastDay < ctx.today) return refuse('organisations/not-before-today', {}, 'lastDay')
    if (!(await updateUnit(ctx, { ...unit, version, open: { first, last: lastDay } }))) return refuse('platform/stale')
    await emptyUnit(ctx, unitId, lastDay)
    await emitEvent(ctx, { type: 'organisations/unit-closed', version: 1, subjectId: unit.organisationId, ids: { unit: unitId } })
    return granted({ unitId })
  },
  trace: ({ unitId }) => ({ subjects: { unit: unitId }, fields: ['lastDay'] }),
})
