import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { annexFields } from '../act-schema.ts'
import { siaeInHand } from '../in-hand.ts'
import { noteAnomalies } from '../note-anomalies.ts'
import { judgeAnnex } from '../sign-on.ts'
import { insertAnnex } from '../store.ts'
import { tellAnnex } from '../tell-annex.ts'

const schema = z.object({ siaeId: z.uuid(), ...annexFields })

/**
 * Records a financial annex as it was signed, mostly months after its first day: its months were « sans annexe » until then. What the law would say
 * otherwise (more than twelve months, too many prison posts) is recorded and noted. Source: CT R5132-2, R5132-10-7, R5132-28.
 */
export const signAnnex = command({
  name: 'agreements/sign-annex',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, ...annex }) {
    const taken = await siaeInHand(ctx, siaeId)
    if (!taken.ok) return taken
    const judged = judgeAnnex(ctx, taken.value, annex)
    if (!judged.ok) return judged
    const id = ctx.ids.next()
    await insertAnnex(ctx, taken.value.siae, { id, ...judged.value, ...annex, origin: 'typed' })
    const anomalies = await noteAnomalies(ctx, { siaeId, annexId: id })
    await tellAnnex(ctx, 'annex-signed', taken.value.siae, id)
    return granted({ id, siaeId, anomalies })
  },
  trace: ({ siaeId }, { id }) => ({ subjects: { siae: siaeId, annex: id }, fields: Object.keys(annexFields) }),
})
