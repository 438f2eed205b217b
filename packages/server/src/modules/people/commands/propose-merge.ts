import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayDecideMerges, mayKeepFiles } from '../policy.ts'

const schema = z.object({
  keptId: z.uuid('Choisissez la fiche à garder'),
  absorbedId: z.uuid('Choisissez la fiche en double'),
})

/** Says that two files are those of one person: somebody who follows both, or an administrator. A second person decides. */
export const proposeMerge = command({
  name: 'people/propose-merge',
  runsAs: 'app',
  schema,
  async run(ctx, { keptId, absorbedId }) {
    if (!mayKeepFiles(ctx.actor) && !mayDecideMerges(ctx.actor)) return refuse('people/not-yours')
    if (keptId === absorbedId) return refuse('people/merge-itself', {}, 'absorbedId')
    const mergeId = ctx.ids.next()
    const { rows } = await sql<{ answer: string }>`select propose_merge(${mergeId}, ${keptId}, ${absorbedId}) as answer`.execute(ctx.tx)
    const answer = rows[0]?.answer
    if (answer === 'already') return refuse('people/merge-already-proposed')
    return answer === 'done' ? granted({ mergeId, keptId }) : notFound()
  },
  trace: ({ keptId, absorbedId }, { mergeId }) => ({ subjects: { merge: mergeId, kept: keptId, absorbed: absorbedId } }),
})
