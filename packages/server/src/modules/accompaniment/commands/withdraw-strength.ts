import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { findStrength } from '../queries/strengths-of.ts'
import { withdrawnStrength } from '../store-barriers.ts'

const schema = z.object({ strengthId: z.uuid() })

/** Withdraws a strength that does not hold any more: what was known before stays readable on its day. */
export const withdrawStrength = command({
  name: 'accompaniment/withdraw-strength',
  runsAs: 'app',
  schema,
  async run(ctx, { strengthId }) {
    const strength = await findStrength(ctx, strengthId)
    if (!strength) return notFound()
    const may = await mayWriteOf(ctx, strength.personId)
    if (!may.ok) return may
    if (!(await withdrawnStrength(ctx, strengthId))) return notFound()
    const ids = { strength: strengthId, person: strength.personId }
    await emitEvent(ctx, { type: 'accompaniment/strength-withdrawn', version: 1, subjectId: strengthId, ids })
    return granted({ personId: strength.personId })
  },
  trace: ({ strengthId }, { personId }) => ({ subjects: { strength: strengthId, person: personId }, fields: ['withdrawn'] }),
})
