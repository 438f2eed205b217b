import { granted } from '@maillage/kernel'
import { annexEnd } from '@maillage/rules/agreements'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { cancelReason } from '../act-schema.ts'
import { amendmentInHand } from '../in-hand.ts'
import { refuse } from '../messages.fr.ts'
import { noteAnomalies } from '../note-anomalies.ts'
import { cancelAmendmentRow, changeAnnex } from '../store.ts'
import { tellAnnex } from '../tell-annex.ts'

const schema = z.object({ amendmentId: z.uuid(), version: z.coerce.number().int().positive(), reason: cancelReason })

/** Takes back an amendment typed in error: the annex is again what the others make of it. */
export const cancelAmendment = command({
  name: 'agreements/cancel-amendment',
  runsAs: 'app',
  schema,
  async run(ctx, { amendmentId, version, reason }) {
    const taken = await amendmentInHand(ctx, amendmentId)
    if (!taken.ok) return taken
    const { siae, annex } = taken.value
    await cancelAmendmentRow(ctx, amendmentId, reason)
    const standing = annex.amendments.filter(({ id, cancellation }) => id !== amendmentId && cancellation === null)
    const endsOn = annexEnd({ ...annex.annex, amendments: standing.map(({ act }) => act) })
    if (!(await changeAnnex(ctx, { id: annex.id, version, endsOn }))) return refuse('platform/stale')
    await noteAnomalies(ctx, { siaeId: siae.id, annexId: annex.id })
    await tellAnnex(ctx, 'annex-amended', siae, annex.id)
    return granted({ siaeId: siae.id, annexId: annex.id })
  },
  trace: ({ amendmentId }, { siaeId, annexId }) => ({
    subjects: { siae: siaeId, annex: annexId, amendment: amendmentId },
    fields: ['cancelledReason'],
  }),
})
