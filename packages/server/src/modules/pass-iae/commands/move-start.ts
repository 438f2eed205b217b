import { type CalendarDate, day, granted, type Outcome } from '@maillage/kernel'
import { moveHireDate } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { heldOf } from '../model.ts'
import { mayIssue } from '../policy.ts'
import { takeInHand } from '../standing.ts'
import { insertMove, keepLastDay } from '../store.ts'

const schema = z.object({ passId: z.uuid(), to: z.iso.date('Saisissez la nouvelle date d’embauche').transform(day) })

/** `moved` false: the right had begun, so the hire moves and the right does not. */
export interface StartAfterMove {
  readonly passId: string
  readonly personId: string
  readonly moved: boolean
}

/** Moves the start of a right with the hire that opened it, as long as it has not begun. */
export const moveStartCommand = command({
  name: 'pass-iae/move-start',
  runsAs: 'app',
  schema,
  async run(ctx, { passId, to }): Promise<Outcome<StartAfterMove>> {
    const taken = await takeInHand(ctx, passId, mayIssue)
    if (!taken.ok) return taken
    const { pass } = taken.value
    const { personId } = pass
    const judged = moveHireDate(ctx.law, { ...heldOf(pass), to, today: ctx.today })
    if (!judged.ok) return judged
    const { move } = judged.value
    if (!move) return granted({ passId, personId, moved: false })
    await insertMove(ctx, pass, move)
    await keepLastDay(ctx, passId)
    await emitEvent(ctx, { type: 'pass-iae/start-moved', version: 1, subjectId: personId, ids: { person: personId, pass: passId } })
    return granted({ passId, personId, moved: true })
  },
  trace: ({ passId }, { personId }) => ({ subjects: { person: personId, pass: passId }, fields: ['firstDay'] }),
})

/** The same, for the slice that moves a hire. */
export const moveStart = (ctx: Ctx, input: { readonly passId: string; readonly to: CalendarDate }): Promise<Outcome<StartAfterMove>> =>
  moveStartCommand.execute(ctx, input)
