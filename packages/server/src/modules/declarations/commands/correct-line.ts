import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { changesIn, understandRun } from '../grid/understand-run.ts'
import { refuse } from '../messages.fr.ts'
import { gridContext } from '../queries/grid-context.ts'
import { takeRun } from '../run-in-hand.ts'
import { moveRun, writeLines } from '../store.ts'

const typed = z.string().trim().max(200, 'C’est trop long : 200 caractères au plus').optional()

/** Not cells of the file: left empty, nobody was chosen and no end was given. */
const CHOSEN = ['stayId', 'contractLast']

const schema = z.object({
  runId: z.uuid(),
  lineId: z.uuid(),
  version: z.coerce.number().int().positive(),
  /** Left out of the import, or taken into it again. */
  aside: z.boolean().optional(),
  corrections: z
    .object({
      stayId: z.union([z.literal(''), z.uuid('Choisissez la personne dans la liste')]).optional(),
      initials: typed,
      sex: typed,
      entry: typed,
      measure: typed,
      contractHours: typed,
      contractLast: typed,
      workplace: typed,
      exitDate: typed,
      exitNature: typed,
      paid: typed,
      worked: typed,
    })
    .optional(),
})

/** Corrects on the screen what a line of a file says, or leaves the line aside: the file itself is not changed, and nothing is recorded yet. */
export const correctLine = command({
  name: 'declarations/correct-line',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, lineId, version, aside, corrections }) {
    const taken = await takeRun(ctx, runId, version)
    if (!taken.ok) return taken
    const { run, lines } = taken.value
    const line = lines.find(({ id }) => id === lineId)
    if (!line || line.state === 'not-a-fact') return notFound()
    const context = await gridContext(ctx, run)
    if (!context || run.layout === null) return notFound()
    // What was typed is kept when it says something, or empties a cell that says something; the person chosen, when there is one.
    const typedIn = Object.entries(corrections ?? {}).filter(
      ([key, value]) => value !== undefined && (value !== '' || !CHOSEN.includes(key)),
    )
    const kept = corrections === undefined ? line.corrections : typedIn.length === 0 ? null : Object.fromEntries(typedIn)
    const state = aside === undefined ? line.state : aside ? 'set-aside' : 'refused'
    const next = lines.map((each) => (each.id === lineId ? { ...each, state, corrections: kept } : each)) as typeof lines
    const changes = changesIn(lines, understandRun(next, run.layout, context))
    if (changes.length === 0) return refuse('declarations/nothing-typed')
    await writeLines(ctx, changes)
    if (!(await moveRun(ctx, run))) return refuse('platform/stale')
    return granted({ runId, state: changes.find(({ id }) => id === lineId)?.state ?? line.state })
  },
  trace: ({ runId, lineId, corrections }) => ({
    subjects: { run: runId, line: lineId },
    fields: ['aside', ...Object.keys(corrections ?? {})],
  }),
})
