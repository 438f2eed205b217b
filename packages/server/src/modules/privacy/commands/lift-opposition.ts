import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { OPPOSED_USES } from '../model.ts'
import { withdrawOpposition } from '../store.ts'

const schema = z.object({ use: z.enum(OPPOSED_USES) })

/** The person accepts again what they had refused; messages that were not sent meanwhile are not sent now. */
export const liftOpposition = command({
  name: 'privacy/lift-opposition',
  runsAs: 'app',
  schema,
  async run(ctx, { use }) {
    if (!ctx.actor.subject) return notFound()
    return (await withdrawOpposition(ctx, use)) ? granted(null) : refuse('privacy/not-opposed')
  },
  trace: () => ({ subjects: {}, fields: ['use'] }),
})
