import { daysOf } from '@maillage/kernel'
import { sheetStateLabels } from '@maillage/rules/employment'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { sheetOf, takeMonth } from '../month-in-hand.ts'
import { mayTypeHours } from '../policy.ts'
import { monthOfSiae, typedLines } from '../typed-hours.ts'
import { writeHours } from '../write-hours.ts'

const schema = z.object({ ...monthOfSiae.shape, rows: typedLines })

/** Types the hours of a team for a month, as a draft: what is wrong with them is noted, never refused. */
export const typeHours = command({
  name: 'employment/type-hours',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month, rows }) {
    const held = await takeMonth(ctx, siaeId, month)
    if (!held) return notFound()
    if (!mayTypeHours(ctx.actor, held.siae)) return refuse('employment/hours-not-yours')
    if (ctx.today < daysOf(month).first) return refuse('employment/month-not-begun', { month })
    const sheet = await sheetOf(ctx, held, month)
    if (sheet.state === 'reopened') return refuse('employment/month-reopened')
    if (sheet.state !== 'draft') return refuse('employment/month-closed', { state: sheetStateLabels[sheet.state] })
    return writeHours(ctx, held.siae, month, { rows })
  },
  trace: ({ siaeId }, { changed }) => ({
    subjects: { siae: siaeId },
    fields: changed === 0 ? [] : ['paid', 'worked', 'accompaniment', 'clause', 'worksite'],
  }),
})
