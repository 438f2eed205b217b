import { frenchNumber, granted } from '@maillage/kernel'
import { annexEnd } from '@maillage/rules/agreements'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { typedPosts } from '../act-schema.ts'
import { annexInHand } from '../in-hand.ts'
import { refuse } from '../messages.fr.ts'
import { worksitesOf } from '../queries/worksites-of.ts'
import { changeAnnex, replaceBreakdown } from '../store.ts'

const line = z.object({
  activity: z.string().trim().min(1, 'Saisissez l’activité').max(160, 'L’activité dépasse 160 caractères\u00a0: raccourcissez-la'),
  worksiteId: z.uuid().nullable(),
  posts: typedPosts,
})
const schema = z.object({ annexId: z.uuid(), version: z.coerce.number().int().positive(), lines: z.array(line).max(20) })

/** Says how the posts of an annex are shared between activities and places of work. Money does not read it. */
export const breakDownPosts = command({
  name: 'agreements/break-down-posts',
  runsAs: 'app',
  schema,
  async run(ctx, { annexId, version, lines }) {
    const taken = await annexInHand(ctx, annexId)
    if (!taken.ok) return taken
    const { siae, annex } = taken.value
    const places = new Set((await worksitesOf(ctx, siae.id)).map(({ id }) => id))
    const wrong = lines.findIndex(({ worksiteId }) => worksiteId !== null && !places.has(worksiteId))
    if (wrong >= 0) return refuse('agreements/worksite-of-another', {}, `worksite-${wrong + 1}`)
    const total = lines.reduce((sum, { posts }) => sum + posts, 0)
    const most = Math.max(annex.annex.posts, ...annex.annex.amendments.map((act) => (act.kind === 'posts' ? act.posts : 0)))
    if (total > most)
      return refuse(
        'agreements/breakdown-above-posts',
        { total: frenchNumber(total / 100, 2), posts: frenchNumber(most / 100, 2) },
        'posts-1',
      )
    await replaceBreakdown(ctx, siae, annexId, lines)
    if (!(await changeAnnex(ctx, { id: annexId, version, endsOn: annexEnd(annex.annex) }))) return refuse('platform/stale')
    return granted({ siaeId: siae.id })
  },
  trace: ({ annexId }, { siaeId }) => ({ subjects: { siae: siaeId, annex: annexId }, fields: ['breakdown'] }),
})
