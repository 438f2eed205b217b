import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { OPPOSED_USES } from '../model.ts'
import { insertOpposition } from '../store.ts'

const schema = z.object({ use: z.enum(OPPOSED_USES) })

/** The person refuses an optional use, from now on: no message leaves any more, or no step is read by those who follow them elsewhere. */
export const opposeUse = command({
  name: 'privacy/oppose-use',
  runsAs: 'app',
  schema,
  async run(ctx, { use }) {
    if (!ctx.actor.subject) return notFound()
    await insertOpposition(ctx, use)
    return granted(null)
  },
  trace: () => ({ subjects: {}, fields: ['use'] }),
})
