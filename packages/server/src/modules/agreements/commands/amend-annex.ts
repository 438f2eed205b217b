import { addDays, frenchDate, granted } from '@maillage/kernel'
import { annexEnd } from '@maillage/rules/agreements'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { actNumber, typedDay, typedPosts } from '../act-schema.ts'
import { annexInHand } from '../in-hand.ts'
import { refuse } from '../messages.fr.ts'
import { noteAnomalies } from '../note-anomalies.ts'
import { changeAnnex, insertAmendment } from '../store.ts'
import { tellAnnex } from '../tell-annex.ts'

const common = {
  annexId: z.uuid(),
  version: z.coerce.number().int().positive(),
  number: actNumber,
  signedOn: typedDay('Saisissez la date de signature de l’avenant'),
}
const schema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('posts'), effectOn: typedDay('Saisissez le jour où l’avenant prend effet'), posts: typedPosts }),
  z.object({ ...common, kind: z.literal('end'), lastDay: typedDay('Saisissez le nouveau dernier jour de l’annexe') }),
])

/** Records what amends an annex: its posts from a day, or its end. The day it acts from and the day it became known are two dates. */
export const amendAnnex = command({
  name: 'agreements/amend-annex',
  runsAs: 'app',
  schema,
  async run(ctx, { annexId, version, number, signedOn, ...change }) {
    const taken = await annexInHand(ctx, annexId)
    if (!taken.ok) return taken
    const { siae, annex } = taken.value
    const { period, knownOn } = annex.annex
    const bounds = { first: frenchDate(period.first), last: frenchDate(period.last) }
    if (signedOn > ctx.today) return refuse('agreements/signed-later', {}, 'signedOn')
    if (signedOn < knownOn) return refuse('agreements/amendment-before-annex', { signedOn: frenchDate(knownOn) }, 'signedOn')
    if (change.kind === 'posts' && (change.effectOn < period.first || change.effectOn > period.last))
      return refuse('agreements/amendment-outside-annex', bounds, 'effectOn')
    // An annex may end on the eve of its first day: it then opened nothing.
    if (change.kind === 'end' && (change.lastDay < addDays(period.first, -1) || change.lastDay > period.last))
      return refuse('agreements/amendment-outside-annex', bounds, 'lastDay')
    const id = ctx.ids.next()
    await insertAmendment(ctx, siae, { id, annexId, number, signedOn, change })
    const amendments = [
      ...annex.annex.amendments,
      ...(change.kind === 'end' ? [{ kind: 'end' as const, knownOn: signedOn, last: change.lastDay }] : []),
    ]
    if (!(await changeAnnex(ctx, { id: annexId, version, endsOn: annexEnd({ ...annex.annex, amendments }) })))
      return refuse('platform/stale')
    const anomalies = await noteAnomalies(ctx, { siaeId: siae.id, annexId })
    await tellAnnex(ctx, 'annex-amended', siae, annexId)
    return granted({ id, siaeId: siae.id, anomalies })
  },
  trace: ({ annexId, kind }, { id, siaeId }) => ({
    subjects: { siae: siaeId, annex: annexId, amendment: id },
    fields: ['number', 'signedOn', ...(kind === 'posts' ? ['effectOn', 'posts'] : ['lastDay'])],
  }),
})
