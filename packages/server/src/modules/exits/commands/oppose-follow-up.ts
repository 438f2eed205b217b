import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { insertOpposition } from '../store-follow-up.ts'
import { takeFollowUp } from '../take-follow-up.ts'

const schema = z.object({ stayId: z.uuid() })

/** The person said that they do not want to be asked any more: the links close, nothing is asked again. Said twice, it is kept once. */
export const opposeFollowUp = command({
  name: 'exits/oppose-follow-up',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId }) {
    const taken = await takeFollowUp(ctx, stayId)
    if (!taken.ok) return taken
    const { exit, after } = taken.value
    if (!after.stops.some(({ why }) => why === 'opposition')) await insertOpposition(ctx, exit)
    return granted({ exitId: exit.id, personId: exit.personId })
  },
  trace: ({ stayId }, { exitId, personId }) => ({ subjects: { person: personId, stay: stayId, exit: exitId }, fields: ['opposition'] }),
})
