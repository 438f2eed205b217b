import { type CalendarDate, day, granted, isoDate, type Outcome } from '@maillage/kernel'
import { moveHireDate as judgeMove } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { moveContract } from '../../employment/index.ts'
import { heldPasses, moveStart } from '../../pass-iae/index.ts'
import { groundOfFact } from '../ask-right.ts'
import { refuse } from '../messages.fr.ts'
import { type Hire, movesTheRight } from '../model.ts'
import { openAnomalies, resolveAnomalies, servesAnotherHire, updateHire } from '../store.ts'
import { takeHire } from '../take-hire.ts'

const schema = z.object({
  hireId: z.uuid(),
  version: z.coerce.number().int().positive(),
  to: z.iso.date('Saisissez le nouveau premier jour').transform(day),
})

/** A fact is corrected, whatever the law says of it: what was wrong is looked at again. */
async function correctFact(ctx: Ctx, { id, personId, siaeId, organisationId }: Hire, to: CalendarDate): Promise<Outcome<null>> {
  if (to > ctx.today) return refuse('hiring/fact-to-come', {}, 'to')
  const { anomalies } = await groundOfFact(ctx, { personId, siaeId, hiredOn: to })
  await resolveAnomalies(ctx, id, 'moved')
  await openAnomalies(ctx, { id, organisationId, hiredOn: to }, anomalies)
  return granted(null)
}

/** The rules say whether the day may move; the right goes with it when it has not begun and no other hire rests on it. */
async function moveRight(ctx: Ctx, { id, personId }: Hire, passId: string, to: CalendarDate): Promise<Outcome<unknown>> {
  const right = (await heldPasses(ctx, personId)).find((each) => each.id === passId)
  if (!right) return granted(null)
  const moved = movesTheRight(right, to, await servesAnotherHire(ctx, passId, id))
    ? await moveStart(ctx, { passId, to })
    : judgeMove(ctx.law, { ...right.held, to, today: ctx.today })
  return moved.ok ? moved : { ok: false, refusals: moved.refusals.map((each) => ({ ...each, field: 'to' })) }
}

/** Moves the first day of a hire. */
export const moveHireDate = command({
  name: 'hiring/move-hire-date',
  runsAs: 'app',
  schema,
  async run(ctx, { hireId, version, to }) {
    const taken = await takeHire(ctx, hireId, version)
    if (!taken.ok) return taken
    const hire = taken.value
    const { personId, passId, passAct, contractId } = hire
    if (to === hire.hiredOn) return refuse('hiring/same-day', {}, 'to')
    const judged = passAct !== null && passId !== null ? await moveRight(ctx, hire, passId, to) : await correctFact(ctx, hire, to)
    if (!judged.ok) return judged
    const contract = await moveContract.execute(ctx, { contractId, to })
    if (!contract.ok) return contract
    if (!(await updateHire(ctx, hire, { hired_on: isoDate(to) }))) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'hiring/hire-moved', version: 1, subjectId: personId, ids: { hire: hireId, person: personId } })
    return granted({ hireId, personId })
  },
  trace: ({ hireId }, { personId }) => ({ subjects: { hire: hireId, person: personId }, fields: ['firstDay'] }),
})
