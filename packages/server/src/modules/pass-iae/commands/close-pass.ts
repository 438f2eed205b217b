import { day, granted, type Outcome } from '@maillage/kernel'
import { judgeClosure } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { atItsField } from '../field-of.ts'
import { refuse } from '../messages.fr.ts'
import { heldOf } from '../model.ts'
import { mayAct } from '../policy.ts'
import { declarantOf } from '../queries/declarant-of.ts'
import { takeInHand } from '../standing.ts'
import { insertClosure, keepLastDay } from '../store.ts'

const schema = z.object({
  passId: z.uuid(),
  lastDay: z.iso.date('Saisissez le dernier jour du parcours').transform(day),
  examined: z.boolean(),
  notifiedOn: z.iso.date('Saisissez le jour où la personne a été informée').transform(day).nullable(),
})

/** Ends a pathway suspended for more than twelve months, once the situation was examined and the person told. Source: CT R5132-1-3. */
export const closePass = command({
  name: 'pass-iae/close-pass',
  runsAs: 'app',
  schema,
  async run(ctx, { passId, lastDay, examined, notifiedOn }): Promise<Outcome<{ readonly personId: string; readonly passId: string }>> {
    const taken = await takeInHand(ctx, passId, mayAct)
    if (!taken.ok) return taken
    const { pass, circles } = taken.value
    if (pass.closure) return refuse('pass-iae/already-closed')
    if (notifiedOn !== null && notifiedOn > ctx.today) return refuse('pass-iae/notified-later', {}, 'notifiedOn')
    const by = await declarantOf(ctx, circles)
    const judged = judgeClosure(ctx.law, { ...heldOf(pass), on: lastDay, by, examined, notifiedOn })
    if (!judged.ok) return atItsField(judged)
    const { personId } = pass
    const id = ctx.ids.next()
    await insertClosure(ctx, pass, { id, closure: judged.value, notifiedOn })
    await keepLastDay(ctx, passId)
    await emitEvent(ctx, { type: 'pass-iae/closed', version: 1, subjectId: personId, ids: { person: personId, pass: passId, act: id } })
    return granted({ personId, passId })
  },
  trace: ({ passId }, { personId }) => ({ subjects: { person: personId, pass: passId }, fields: ['lastDay', 'notifiedOn'] }),
})
