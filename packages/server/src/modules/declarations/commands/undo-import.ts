import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../import-messages.fr.ts'
import { mayImport } from '../import-policy.ts'
import { UNDOING } from '../imports/undoing.ts'
import { importedLines, importRun } from '../queries/import-runs.ts'
import { markUndone } from '../store-imports.ts'

const schema = z.object({ runId: z.uuid(), version: z.coerce.number().int().positive() })

/** Takes back all that a file recorded, when nothing was built on it since; otherwise nothing, and why. */
export const undoImport = command({
  name: 'declarations/undo-import',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, version }) {
    const run = await importRun(ctx, runId)
    if (!run) return notFound()
    if (!mayImport(ctx.actor, run.kind)) return refuse('declarations/import-not-yours')
    if (run.state === 'undone') return refuse('declarations/already-undone')
    if (run.kind === 'people' && run.byAccountId !== ctx.actor.accountId) return refuse('declarations/people-of-another')
    const undone = await UNDOING[run.kind](ctx, await importedLines(ctx, runId), run.siaeId)
    if (!undone.ok) return undone
    if (!(await markUndone(ctx, runId, version))) return refuse('declarations/already-undone')
    return granted({ runId, kind: run.kind })
  },
  trace: ({ runId }) => ({ subjects: { import: runId }, fields: ['state'] }),
})
