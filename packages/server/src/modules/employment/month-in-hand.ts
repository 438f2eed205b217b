import { daysOf, type Month } from '@maillage/kernel'
import { judgeSheetTransition, type SheetTransitionName } from '@maillage/rules/employment'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { emitEvent } from '../../platform/events/emit-event.ts'
import type { MonthSheet, SheetSiae } from './model-months.ts'
import { findSheet, findSheetSiae, openSheet } from './store-months.ts'

/** The structure and its month, held until the end of the transaction: everybody who writes a month passes here one after the other. */
export async function takeMonth(
  ctx: Ctx,
  siaeId: string,
  month: Month,
): Promise<{ readonly siae: SheetSiae; readonly sheet: MonthSheet | undefined } | undefined> {
  const siae = await findSheetSiae(ctx, siaeId)
  if (!siae || siae.organisationId !== ctx.actor.hat?.organisationId) return undefined
  await lock(ctx, 'month', `${siaeId}:${month}`)
  return { siae, sheet: await findSheet(ctx, siaeId, month) }
}

/** The sheet of a month in hand, opened when nobody had. */
export const sheetOf = (ctx: Ctx, { siae, sheet }: { readonly siae: SheetSiae; readonly sheet: MonthSheet | undefined }, month: Month) =>
  sheet ?? openSheet(ctx, siae, month)

/** What the rules say of a passage of the structure, as a refusal with a sentence. */
export const judgePassage = (
  ctx: Pick<Ctx, 'today'>,
  transition: SheetTransitionName,
  sheet: Pick<MonthSheet, 'state' | 'month'>,
  reason?: string,
) =>
  judgeSheetTransition({
    transition,
    state: sheet.state,
    month: sheet.month,
    actor: 'structure',
    on: ctx.today,
    ...(reason === undefined ? {} : { reason }),
  })

/** Tells those who count with months that one moved. */
export const tellMonth = (
  ctx: Ctx,
  type: 'month-validated' | 'month-taken-back' | 'month-sent' | 'month-reopened' | 'hours-corrected',
  sheet: MonthSheet,
): Promise<void> =>
  emitEvent(ctx, {
    type: `employment/${type}`,
    version: 1,
    subjectId: sheet.siaeId,
    ids: { siaeId: sheet.siaeId, sheetId: sheet.id },
    territoryId: sheet.territoryId,
    occurredOn: daysOf(sheet.month).first,
  })
