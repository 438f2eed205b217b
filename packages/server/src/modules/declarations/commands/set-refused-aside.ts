import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { refuse } from '../messages.fr.ts'
import { takeRun } from '../run-in-hand.ts'
import { moveRun, writeLines } from '../store.ts'

const schema = z.object({ runId: z.uuid(), version: z.coerce.number().int().positive() })

/** Leaves aside every line that is refused: they stay in the file. */
export const setRefusedAside = command({
  name: 'declarations/set-refused-aside',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, version }) {
    const taken = await takeRun(ctx, runId, version)
    if (!taken.ok) return taken
    const { run, lines } = taken.value
    const refused = lines.filter(({ state }) => state === 'refused')
    await writeLines(
      ctx,
      refused.map((line) => ({ ...line, state: 'set-aside' as const })),
    )
    if (!(await moveRun(ctx, run))) return refuse('platform/stale')
    return granted({ runId, count: refused.length })
  },
  trace: ({ runId }) => ({ subjects: { run: runId }, fields: ['aside'] }),
})
