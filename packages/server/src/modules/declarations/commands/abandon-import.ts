import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { refuse } from '../messages.fr.ts'
import { takeRun } from '../run-in-hand.ts'
import { moveRun } from '../store.ts'

const schema = z.object({ runId: z.uuid(), version: z.coerce.number().int().positive() })

/** Gives up a file that was read: nothing was recorded, and its content is erased at once. */
export const abandonImport = command({
  name: 'declarations/abandon-import',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, version }) {
    const taken = await takeRun(ctx, runId, version)
    if (!taken.ok) return taken
    if (!(await moveRun(ctx, taken.value.run, { state: 'abandoned', erased: true }))) return refuse('platform/stale')
    return granted({ runId })
  },
  trace: ({ runId }) => ({ subjects: { run: runId }, fields: ['state'] }),
})
