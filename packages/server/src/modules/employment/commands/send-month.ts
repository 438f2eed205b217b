import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { judgePassage, takeMonth, tellMonth } from '../month-in-hand.ts'
import { mayValidateMonths } from '../policy.ts'
import { moveSheet } from '../store-months.ts'
import { monthOfSiae } from '../typed-hours.ts'

const schema = z.object({ ...monthOfSiae.shape })

/** The structure sends a month that it validated: from now on it changes with a reason only. */
export const sendMonth = command({
  name: 'employment/send-month',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month }) {
    const held = await takeMonth(ctx, siaeId, month)
    if (!held) return notFound()
    const { siae, sheet } = held
    if (!mayValidateMonths(ctx.actor, siae)) return refuse('employment/month-not-yours')
    if (!sheet) return notFound()
    const judged = judgePassage(ctx, 'send', sheet)
    if (!judged.ok) return judged
    if (!(await moveSheet(ctx, sheet, { transition: 'send', to: judged.value.to }))) return refuse('platform/stale')
    await tellMonth(ctx, 'month-sent', sheet)
    return granted({ sheetId: sheet.id })
  },
  trace: ({ siaeId }, { sheetId }) => ({ subjects: { siae: siaeId, sheet: sheetId }, fields: ['state'] }),
})
