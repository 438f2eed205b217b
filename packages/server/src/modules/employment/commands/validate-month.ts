import { granted, plural } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { type Ctx, PARIS } from '../../../platform/command/context.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { NO_HOURS } from '../hours-changes.ts'
import { judgeHours } from '../judge-hours.ts'
import { refuse } from '../messages.fr.ts'
import type { MonthSheet, SheetSiae } from '../model-months.ts'
import { moment } from '../moment.fr.ts'
import { judgePassage, sheetOf, takeMonth, tellMonth } from '../month-in-hand.ts'
import { mayValidateMonths } from '../policy.ts'
import { lastActOf } from '../queries/last-act-of.ts'
import { monthLines } from '../queries/month-lines.ts'
import { moveSheet, replaceTotals, worksitesOf } from '../store-months.ts'
import { type LineTotal, printOf, totalMonth } from '../total-month.ts'
import { monthOfSiae } from '../typed-hours.ts'
import { writeHours } from '../write-hours.ts'

const schema = z.object({
  ...monthOfSiae.shape,
  /** Stays of those who did nothing in the month, said one by one. */
  noHours: z.array(z.uuid()).max(600),
  /** The totals that were on the screen. */
  shown: z.string().max(20_000),
})

/** Somebody was quicker: who, and when. */
async function alreadyDone(ctx: Ctx, sheet: MonthSheet) {
  const act = await lastActOf(ctx, sheet.id)
  const at = act ? moment(act.at, ctx.actor.hat?.timeZone ?? PARIS) : ''
  return refuse('employment/month-already-validated', { by: act?.by ?? '', at })
}

/** Money follows the agreement, observation the place of work: both are kept. */
async function rowsOf(ctx: Ctx, siae: SheetSiae, totals: readonly LineTotal[]) {
  const places = new Map((await worksitesOf(ctx, siae.id)).map(({ id, territoryId }) => [id, territoryId]))
  return totals.map(({ worksiteId, heldBack, ...total }) => ({
    ...total,
    held_back: heldBack,
    worksite_id: worksiteId,
    worksite_territory_id: (worksiteId === null ? null : places.get(worksiteId)) ?? siae.territoryId,
  }))
}

/** The structure answers for its month: totals are made and read outside, never a person. */
export const validateMonth = command({
  name: 'employment/validate-month',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month, noHours, shown }) {
    const held = await takeMonth(ctx, siaeId, month)
    if (!held) return notFound()
    const { siae } = held
    if (!mayValidateMonths(ctx.actor, siae)) return refuse('employment/month-not-yours')
    const standing = held.sheet?.state ?? 'draft'
    if (held.sheet && (standing === 'validated' || standing === 'sent')) return alreadyDone(ctx, held.sheet)
    const judged = judgePassage(ctx, 'validate', { state: standing, month })
    if (!judged.ok) return judged
    const sheet = await sheetOf(ctx, held, month)
    const before = await monthLines(ctx, siaeId, month)
    if (printOf(totalMonth(ctx.law, siae.kind, month, before).totals) !== shown) return refuse('employment/month-changed')
    const untouched = noHours.filter((stayId) => before.some((line) => line.stayId === stayId && line.hoursId === null))
    const rows = untouched.map((stayId) => ({
      stayId,
      hoursId: null,
      version: 0,
      worksiteId: null,
      measure: 'common' as const,
      ...NO_HOURS,
    }))
    const declared = await writeHours(ctx, siae, month, { rows })
    if (!declared.ok) return declared
    const { totals, missing } = totalMonth(ctx.law, siae.kind, month, await monthLines(ctx, siaeId, month))
    if (missing.length > 0) return refuse('employment/month-incomplete', { people: plural(missing.length, 'personne') })
    await judgeHours(ctx, { siaeId, month })
    await replaceTotals(ctx, sheet, await rowsOf(ctx, siae, totals))
    if (!(await moveSheet(ctx, sheet, { transition: 'validate', to: judged.value.to }))) return refuse('platform/stale')
    await tellMonth(ctx, 'month-validated', sheet)
    return granted({ sheetId: sheet.id })
  },
  trace: ({ siaeId }, { sheetId }) => ({ subjects: { siae: siaeId, sheet: sheetId }, fields: ['state', 'totals'] }),
})
