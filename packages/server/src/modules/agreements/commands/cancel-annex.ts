import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { cancelReason } from '../act-schema.ts'
import { annexInHand } from '../in-hand.ts'
import { refuse } from '../messages.fr.ts'
import { noteAnomalies } from '../note-anomalies.ts'
import { cancelRow } from '../store.ts'
import { tellAnnex } from '../tell-annex.ts'

const schema = z.object({ annexId: z.uuid(), version: z.coerce.number().int().positive(), reason: cancelReason })

/** Takes back an annex typed in error: it stays readable with why, and opens nothing. An annex that really ended is amended, not taken back. */
export const cancelAnnex = command({
  name: 'agreements/cancel-annex',
  runsAs: 'app',
  schema,
  async run(ctx, { annexId, version, reason }) {
    const taken = await annexInHand(ctx, annexId)
    if (!taken.ok) return taken
    const { siae } = taken.value
    if (!(await cancelRow(ctx, 'financial_annex', { id: annexId, version, reason }))) return refuse('platform/stale')
    await noteAnomalies(ctx, { siaeId: siae.id, annexId })
    await tellAnnex(ctx, 'annex-cancelled', siae, annexId)
    return granted({ siaeId: siae.id })
  },
  trace: ({ annexId }, { siaeId }) => ({ subjects: { siae: siaeId, annex: annexId }, fields: ['cancelledReason'] }),
})
