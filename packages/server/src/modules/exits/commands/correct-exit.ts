import { granted } from '@maillage/kernel'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { endStay } from '../../employment/index.ts'
import { closedFile } from '../../people/index.ts'
import { correctionFields, foundDays, impossibleDay } from '../exit-form.ts'
import { keepExitAnomalies } from '../keep-exit-anomalies.ts'
import { refuse } from '../messages.fr.ts'
import { noteDeath } from '../note-death.ts'
import { exitOfStay } from '../queries/exit-of-stay.ts'
import { insertVersion } from '../store.ts'
import { takeExit } from '../take-exit.ts'

/** Corrects an exit: a new version with why; the stay and its contract follow the new day. Whoever is not shown the reason may keep it. */
export const correctExit = command({
  name: 'exits/correct-exit',
  runsAs: 'app',
  schema: correctionFields,
  async run(ctx, typed) {
    const { stayId, version, exitOn, reason, changeReason } = typed
    const taken = await takeExit(ctx, stayId, version)
    if (!taken.ok) return taken
    const { exit, next } = taken.value
    const { id: exitId, personId, organisationId, siaeId } = exit
    const impossible = impossibleDay(ctx, exit.entry, typed) ?? (await closedFile(ctx, personId, exitOn))
    if (impossible) return impossible
    const found = foundDays(typed)
    if (!found.ok) return found
    const sameDays = found.value?.first === exit.found?.first && found.value?.last === exit.found?.last
    if (exitOn === exit.exitOn && sameDays && (reason === null || reason === exit.reason)) return refuse('exits/nothing-changed')
    if (reason === 'death') {
      const noted = await noteDeath(ctx, personId, exitOn)
      if (!noted.ok) return noted
    }
    const facts = { ...next, exitOn, found: found.value, reason, cancelled: false }
    await insertVersion(ctx, { exitId, personId, organisationId }, facts, changeReason)
    const ended = await endStay.execute(ctx, { stayId, exitOn })
    if (!ended.ok) return ended
    await keepExitAnomalies(ctx, exitId, (await exitOfStay(ctx, stayId)) ?? null)
    await emitEvent(ctx, { type: 'exits/exit-corrected', version: 1, subjectId: stayId, ids: { siaeId, exitId, stayId } })
    return granted({ exitId, personId })
  },
  trace: ({ stayId }, { exitId, personId }) => ({
    subjects: { person: personId, stay: stayId, exit: exitId },
    fields: ['exitOn', 'reason', 'found', 'changeReason'],
  }),
})
