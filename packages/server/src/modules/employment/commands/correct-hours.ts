import { granted } from '@maillage/kernel'
import { sheetStateLabels } from '@maillage/rules/employment'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { takeMonth, tellMonth } from '../month-in-hand.ts'
import { mayTypeHours } from '../policy.ts'
import { monthOfSiae, reasonField, typedLines } from '../typed-hours.ts'
import { writeHours } from '../write-hours.ts'

const schema = z.object({ ...monthOfSiae.shape, rows: typedLines, reason: reasonField('Dites pourquoi ces heures sont corrigées') })

/** Corrects hours of a month that was sent and opened again: what had been sent stays readable, with why it changed. */
export const correctHours = command({
  name: 'employment/correct-hours',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month, rows, reason }) {
    const held = await takeMonth(ctx, siaeId, month)
    if (!held) return notFound()
    const { siae, sheet } = held
    if (!mayTypeHours(ctx.actor, siae)) return refuse('employment/hours-not-yours')
    if (sheet?.state !== 'reopened') return refuse('employment/month-closed', { state: sheetStateLabels[sheet?.state ?? 'draft'] })
    const written = await writeHours(ctx, siae, month, { rows, reason })
    if (written.ok && written.value.changed > 0) await tellMonth(ctx, 'hours-corrected', sheet)
    return written.ok ? granted({ sheetId: sheet.id, ...written.value }) : written
  },
  trace: ({ siaeId }, { sheetId }) => ({
    subjects: { siae: siaeId, sheet: sheetId },
    fields: ['paid', 'worked', 'accompaniment', 'clause', 'worksite', 'reason'],
  }),
})
