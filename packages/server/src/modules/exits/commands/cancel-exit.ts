import { granted } from '@maillage/kernel'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { reopenStay } from '../../employment/index.ts'
import { correctionFields } from '../exit-form.ts'
import { keepExitAnomalies } from '../keep-exit-anomalies.ts'
import { insertVersion } from '../store.ts'
import { takeExit } from '../take-exit.ts'

/** Cancels an exit recorded by mistake: the person had not left. The stay goes on, its contract finds its agreed end again, the trace remains. */
export const cancelExit = command({
  name: 'exits/cancel-exit',
  runsAs: 'app',
  schema: correctionFields.pick({ stayId: true, version: true, changeReason: true }),
  async run(ctx, { stayId, version, changeReason }) {
    const taken = await takeExit(ctx, stayId, version)
    if (!taken.ok) return taken
    const { exit, next } = taken.value
    const { id: exitId, personId, organisationId, siaeId, exitOn, found = null } = exit
    await insertVersion(ctx, { exitId, personId, organisationId }, { ...next, exitOn, found, reason: null, cancelled: true }, changeReason)
    const reopened = await reopenStay.execute(ctx, { stayId })
    if (!reopened.ok) return reopened
    await keepExitAnomalies(ctx, exitId, null)
    await emitEvent(ctx, { type: 'exits/exit-cancelled', version: 1, subjectId: stayId, ids: { siaeId, exitId, stayId } })
    return granted({ exitId, personId })
  },
  trace: ({ stayId }, { exitId, personId }) => ({
    subjects: { person: personId, stay: stayId, exit: exitId },
    fields: ['cancelled', 'changeReason'],
  }),
})
