import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayDecideMerges } from '../policy.ts'

const schema = z.object({ mergeId: z.uuid() })

/** Makes one file of two, by an administrator who did not propose it. Everything that moves is written down. */
export const confirmMerge = command({
  name: 'people/confirm-merge',
  runsAs: 'app',
  schema,
  async run(ctx, { mergeId }) {
    if (!mayDecideMerges(ctx.actor)) return notFound()
    const { rows } = await sql<{ answer: string }>`select confirm_merge(${mergeId}) as answer`.execute(ctx.tx)
    const answer = rows[0]?.answer
    if (answer === 'second-person') return refuse('people/merge-needs-second-person')
    if (answer === 'impossible') return refuse('people/merge-impossible')
    if (answer !== 'done') return notFound()
    await emitEvent(ctx, { type: 'people/merged', version: 1, subjectId: mergeId, ids: { merge: mergeId } })
    return granted({ mergeId })
  },
  trace: ({ mergeId }) => ({ subjects: { merge: mergeId } }),
})
