import { frenchDate, granted } from '@maillage/kernel'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { endStay, findStay } from '../../employment/index.ts'
import { closedFile } from '../../people/index.ts'
import { exitFields, foundDays, impossibleDay } from '../exit-form.ts'
import { keepExitAnomalies } from '../keep-exit-anomalies.ts'
import { refuse } from '../messages.fr.ts'
import { noteDeath } from '../note-death.ts'
import { mayRecordExit } from '../policy.ts'
import { exitOfStay } from '../queries/exit-of-stay.ts'
import { insertExit, insertVersion, latestVersion, supersede } from '../store.ts'

/**
 * Records the exit of a stay: its day, its reason, what was found. The stay ends, and the contract that runs ends with it. A fact: what the law says
 * otherwise is an anomaly. An exit that was cancelled before gets another version: a stay never has two.
 */
export const recordExit = command({
  name: 'exits/record-exit',
  runsAs: 'app',
  schema: exitFields,
  async run(ctx, typed) {
    const { stayId, exitOn, reason } = typed
    const known = await findStay(ctx, stayId)
    if (!known) return notFound()
    if (!mayRecordExit(ctx.actor, known)) return refuse('exits/not-yours')
    const { personId, organisationId, siaeId, open } = known
    await lock(ctx, 'person', personId)
    const standing = await exitOfStay(ctx, stayId)
    if (standing) return refuse('exits/already-exited', { on: frenchDate(standing.exitOn) })
    const impossible = impossibleDay(ctx, open.first, typed) ?? (await closedFile(ctx, personId, exitOn))
    if (impossible) return impossible
    const found = foundDays(typed)
    if (!found.ok) return found
    if (reason === 'death') {
      const noted = await noteDeath(ctx, personId, exitOn)
      if (!noted.ok) return noted
    }
    const former = await latestVersion(ctx, stayId)
    const exitId = former?.id ?? ctx.ids.next()
    const of = { exitId, personId, organisationId }
    if (!former) await insertExit(ctx, of, stayId, siaeId)
    else if (!(await supersede(ctx, exitId, former.version))) return refuse('platform/stale')
    const version = (former?.version ?? 0) + 1
    await insertVersion(ctx, of, { exitOn, reason, found: found.value, version, reasonVersion: version, cancelled: false }, null)
    const ended = await endStay.execute(ctx, { stayId, exitOn })
    if (!ended.ok) return ended
    await keepExitAnomalies(ctx, exitId, (await exitOfStay(ctx, stayId)) ?? null)
    await emitEvent(ctx, { type: 'exits/exit-recorded', version: 1, subjectId: stayId, ids: { siaeId, exitId, stayId } })
    return granted({ exitId, personId })
  },
  trace: ({ stayId }, { exitId, personId }) => ({
    subjects: { person: personId, stay: stayId, exit: exitId },
    fields: ['exitOn', 'reason', 'found'],
  }),
})
