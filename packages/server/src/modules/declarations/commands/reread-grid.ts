import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { changesIn, understandRun } from '../grid/understand-run.ts'
import { refuse } from '../messages.fr.ts'
import { gridContext } from '../queries/grid-context.ts'
import { takeRun } from '../run-in-hand.ts'
import { moveRun, writeLines } from '../store.ts'

const schema = z.object({ runId: z.uuid(), version: z.coerce.number().int().positive() })

/** Compares a file again to the facts of now: a hire was declared, an exit recorded since it was read. */
export const rereadGrid = command({
  name: 'declarations/reread-grid',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, version }) {
    const taken = await takeRun(ctx, runId, version)
    if (!taken.ok) return taken
    const { run, lines } = taken.value
    const context = await gridContext(ctx, run)
    if (!context || run.layout === null) return notFound()
    const changes = changesIn(lines, understandRun(lines, run.layout, context))
    await writeLines(ctx, changes)
    if (!(await moveRun(ctx, run))) return refuse('platform/stale')
    return granted({ runId, changed: changes.length })
  },
  trace: ({ runId }) => ({ subjects: { run: runId }, fields: ['reading'] }),
})
