import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { cancelAcceptance } from '../../applications/index.ts'
import { cancelContract } from '../../employment/index.ts'
import { cancelPass } from '../../pass-iae/index.ts'
import { refuse } from '../messages.fr.ts'
import { resolveAnomalies, servesAnotherHire, updateHire } from '../store.ts'
import { takeHire } from '../take-hire.ts'

const schema = z.object({ hireId: z.uuid(), version: z.coerce.number().int().positive() })

/**
 * Cancels a hire that did not take place: its contract, its stay when it held nothing else, and the right when this hire alone had opened it.
 * The row stays.
 */
export const cancelHire = command({
  name: 'hiring/cancel-hire',
  runsAs: 'app',
  schema,
  async run(ctx, { hireId, version }) {
    const taken = await takeHire(ctx, hireId, version)
    if (!taken.ok) return taken
    const hire = taken.value
    const { personId, applicationId, passId, contractId } = hire
    if (applicationId !== null) {
      const reopened = await cancelAcceptance.execute(ctx, { applicationId })
      if (!reopened.ok) return reopened
    }
    const cancelsPass = passId !== null && hire.passAct === 'issue' && !(await servesAnotherHire(ctx, passId, hireId))
    if (cancelsPass) {
      const cancelled = await cancelPass(ctx, passId)
      if (!cancelled.ok) return cancelled
    }
    const ended = await cancelContract.execute(ctx, { contractId })
    if (!ended.ok) return ended
    if (!(await updateHire(ctx, hire, { state: 'cancelled', cancelled_at: ctx.now.toString() }))) return refuse('platform/stale')
    await resolveAnomalies(ctx, hireId, 'cancelled')
    await emitEvent(ctx, { type: 'hiring/hire-cancelled', version: 1, subjectId: personId, ids: { hire: hireId, person: personId } })
    return granted({ hireId, personId, passCancelled: cancelsPass })
  },
  trace: ({ hireId }, { personId }) => ({ subjects: { hire: hireId, person: personId }, fields: ['state'] }),
})
