import { day, frenchDate, granted, type Outcome, refused } from '@maillage/kernel'
import { longestSuspension } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { atItsField } from '../field-of.ts'
import { refuse } from '../messages.fr.ts'
import { mayAct } from '../policy.ts'
import { takeInHand } from '../standing.ts'
import { changeSuspension, keepLastDay } from '../store.ts'

const schema = z.object({
  passId: z.uuid(),
  suspensionId: z.uuid(),
  version: z.coerce.number().int().positive(),
  lastDay: z.iso.date('Saisissez le dernier jour de la suspension').transform(day),
})

/** Says when a suspension ends, or ended: the person is back at work the day after. */
export const endSuspension = command({
  name: 'pass-iae/end-suspension',
  runsAs: 'app',
  schema,
  async run(
    ctx,
    { passId, suspensionId, version, lastDay: last },
  ): Promise<Outcome<{ readonly personId: string; readonly passId: string }>> {
    const taken = await takeInHand(ctx, passId, mayAct)
    if (!taken.ok) return taken
    const { pass } = taken.value
    const known = pass.suspensions.find(({ id }) => id === suspensionId)
    if (!known) return notFound()
    if (known.version !== version) return refuse('platform/stale')
    const { first } = known
    const latest = longestSuspension(ctx.law, first)
    if (last < first) return atItsField(refused({ code: 'pass-iae/suspension-ends-before-it-begins', details: { first, last } }))
    if (last > latest) return refuse('pass-iae/suspension-beyond-longest', { latest: frenchDate(latest) }, 'lastDay')
    await changeSuspension(ctx, pass, known, { first, last }, 'return')
    await keepLastDay(ctx, passId)
    const { personId } = pass
    const ids = { person: personId, pass: passId, suspension: suspensionId }
    await emitEvent(ctx, { type: 'pass-iae/suspension-ended', version: 1, subjectId: personId, ids })
    return granted({ personId, passId })
  },
  trace: ({ passId, suspensionId }, { personId }) => ({
    subjects: { person: personId, pass: passId, suspension: suspensionId },
    fields: ['lastDay'],
  }),
})
