import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { judgePassage, takeMonth, tellMonth } from '../month-in-hand.ts'
import { mayValidateMonths } from '../policy.ts'
import { moveSheet, withdrawTotals } from '../store-months.ts'
import { monthOfSiae } from '../typed-hours.ts'

const schema = z.object({ ...monthOfSiae.shape })

/** A month validated and not sent goes back to draft: nothing of it is read outside until it is validated again. */
export const takeBackMonth = command({
  name: 'employment/take-back-month',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month }) {
    const held = await takeMonth(ctx, siaeId, month)
    if (!held) return notFound()
    const { siae, sheet } = held
    if (!mayValidateMonths(ctx.actor, siae)) return refuse('employment/month-not-yours')
    if (!sheet) return notFound()
    const judged = judgePassage(ctx, 'take-back', sheet)
    if (!judged.ok) return judged
    await withdrawTotals(ctx, sheet)
    if (!(await moveSheet(ctx, sheet, { transition: 'take-back', to: judged.value.to }))) return refuse('platform/stale')
    await tellMonth(ctx, 'month-taken-back', sheet)
    return granted({ sheetId: sheet.id })
  },
  trace: ({ siaeId }, { sheetId }) => ({ subjects: { siae: siaeId, sheet: sheetId }, fields: ['state', 'totals'] }),
})
