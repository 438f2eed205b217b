import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { fitContracts } from '../fit-contracts.ts'
import { refuse } from '../messages.fr.ts'
import { mayEmploy } from '../policy.ts'
import { findStay, setExitDay } from '../store-stays.ts'

const schema = z.object({ stayId: z.uuid() })

/** The person had not left: the stay goes on, and the contract that the exit had shortened finds its agreed end again. */
export const reopenStay = command({
  name: 'employment/reopen-stay',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId }) {
    const known = await findStay(ctx, stayId)
    if (!known) return notFound()
    if (!mayEmploy(ctx.actor, known)) return refuse('employment/not-yours')
    await lock(ctx, 'person', known.personId)
    await setExitDay(ctx, stayId, null)
    return (await fitContracts(ctx, stayId, null)) ? granted({ personId: known.personId }) : refuse('platform/stale')
  },
  trace: ({ stayId }, { personId }) => ({ subjects: { person: personId, stay: stayId }, fields: ['exitDay'] }),
})
