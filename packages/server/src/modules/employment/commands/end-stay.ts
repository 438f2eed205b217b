import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { fitContracts } from '../fit-contracts.ts'
import { refuse } from '../messages.fr.ts'
import { mayEmploy } from '../policy.ts'
import { findStay, setExitDay } from '../store-stays.ts'

const schema = z.object({ stayId: z.uuid(), exitOn: z.iso.date().transform(day) })

/** The person leaves the structure on this day, or on another one than was thought: the contract that runs ends with the stay. Called by the exit. */
export const endStay = command({
  name: 'employment/end-stay',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId, exitOn }) {
    const known = await findStay(ctx, stayId)
    if (!known) return notFound()
    if (!mayEmploy(ctx.actor, known)) return refuse('employment/not-yours')
    await lock(ctx, 'person', known.personId)
    if (exitOn < known.open.first) return refuse('employment/exit-before-entry', {}, 'exitOn')
    await setExitDay(ctx, stayId, exitOn)
    return (await fitContracts(ctx, stayId, exitOn)) ? granted({ personId: known.personId }) : refuse('platform/stale')
  },
  trace: ({ stayId }, { personId }) => ({ subjects: { person: personId, stay: stayId }, fields: ['exitDay'] }),
})
