import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayDecideMerges } from '../policy.ts'

const schema = z.object({ mergeId: z.uuid() })

/** Sets a proposal aside, or takes a merge back: each row returns to the file it came from. */
export const undoMerge = command({
  name: 'people/undo-merge',
  runsAs: 'app',
  schema,
  async run(ctx, { mergeId }) {
    if (!mayDecideMerges(ctx.actor)) return notFound()
    const { rows } = await sql<{ answer: string }>`select undo_merge(${mergeId}) as answer`.execute(ctx.tx)
    const answer = rows[0]?.answer
    if (answer === 'merged-again') return refuse('people/merged-again')
    if (answer !== 'done') return notFound()
    await emitEvent(ctx, { type: 'people/merge-undone', version: 1, subjectId: mergeId, ids: { merge: mergeId } })
    return granted({ mergeId })
  },
  trace: ({ mergeId }) => ({ subjects: { merge: mergeId } }),
})
