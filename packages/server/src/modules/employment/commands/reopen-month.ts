import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { judgePassage, takeMonth, tellMonth } from '../month-in-hand.ts'
import { mayValidateMonths } from '../policy.ts'
import { moveSheet } from '../store-months.ts'
import { monthOfSiae, reasonField } from '../typed-hours.ts'

const schema = z.object({ ...monthOfSiae.shape, reason: reasonField('Indiquez pourquoi le mois est débloqué') })

/** A month that was sent is opened again, with a reason: what was sent stays read outside until it is validated again. */
export const reopenMonth = command({
  name: 'employment/reopen-month',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month, reason }) {
    const held = await takeMonth(ctx, siaeId, month)
    if (!held) return notFound()
    const { siae, sheet } = held
    if (!mayValidateMonths(ctx.actor, siae)) return refuse('employment/month-not-yours')
    if (!sheet) return notFound()
    const judged = judgePassage(ctx, 'reopen', sheet, reason)
    if (!judged.ok) return judged
    if (!(await moveSheet(ctx, sheet, { transition: 'reopen', to: judged.value.to, reason }))) return refuse('platform/stale')
    await tellMonth(ctx, 'month-reopened', sheet)
    return granted({ sheetId: sheet.id })
  },
  trace: ({ siaeId }, { sheetId }) => ({ subjects: { siae: siaeId, sheet: sheetId }, fields: ['state', 'reason'] }),
})
