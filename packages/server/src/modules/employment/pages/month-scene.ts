import { type CalendarDate, daysOf, type Month, monthOf, overlap } from '@maillage/kernel'
import { sheetDueOn } from '@maillage/rules/employment'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { annexesOf } from '../../agreements/index.ts'
import type { HoursMeasure } from '../model-months.ts'
import { isShownGrids, mayTypeHours, mayValidateMonths, readsTotalsFromOutside } from '../policy.ts'
import { type HoursChange, hoursHistory } from '../queries/hours-history.ts'
import { monthLines } from '../queries/month-lines.ts'
import { monthTeam, type TeamMember } from '../queries/month-team.ts'
import { type MonthTotal, monthTotals } from '../queries/month-totals.ts'
import { type PlaceOfWork, type SheetCard, sheetCard } from '../queries/sheet-card.ts'
import { printOf, totalMonth } from '../total-month.ts'
import { monthAddress } from './month-address.ts'

/** A month as somebody of the structure reads it. */
export interface MonthScene {
  readonly card: SheetCard
  readonly month: Month
  /** The month of today: nothing is typed after it. */
  readonly current: Month
  readonly team: readonly TeamMember[]
  readonly worksites: readonly PlaceOfWork[]
  readonly totals: readonly MonthTotal[]
  /** Which money may pay these hours: that of the annexes of the month. */
  readonly measures: readonly HoursMeasure[]
  readonly mayValidate: boolean
  readonly mayImport: boolean
  /** Hours or contracts moved since the totals were made: they would not be the same today. Known to who validates. */
  readonly moved: boolean
  /** The hours that changed once others could read the totals: they stay on the sheet, with why. */
  readonly corrections: readonly HoursChange[]
}

type Reading = ReadCtx & { readonly actor: Member }

/** What a member of the structure reads of a month; undefined for anybody else. Six statements at most, whatever the size of the team. */
export async function readScene(
  ctx: Reading,
  { siaeId, month, withLeavers = false }: { readonly siaeId: string; readonly month: Month; readonly withLeavers?: boolean },
): Promise<MonthScene | undefined> {
  const card = await sheetCard(ctx, siaeId, month)
  if (!card || !mayTypeHours(ctx.actor, card.siae)) return undefined
  const team = await monthTeam(ctx, { siaeId, month, withLeavers })
  const totals = await monthTotals(ctx, { siaeId, first: month, last: month })
  const state = card.sheet?.state ?? 'draft'
  const mayValidate = mayValidateMonths(ctx.actor, card.siae)
  const closed = state === 'validated' || state === 'sent'
  const now = closed && mayValidate ? totalMonth(ctx.law, card.siae.kind, month, await monthLines(ctx, siaeId, month)) : undefined
  return {
    card,
    month,
    current: monthOf(ctx.today),
    team,
    worksites: card.worksites,
    totals,
    measures: closed ? ['common'] : await measuresOf(ctx, siaeId, month),
    mayValidate,
    corrections: await correctionsOf(ctx, card, { siaeId, month }),
    mayImport: isShownGrids(ctx.actor, card.siae),
    moved: now !== undefined && (now.missing.length > 0 || printOf(now.totals) !== printOf(totals)),
  }
}

async function correctionsOf(
  ctx: Reading,
  { acts }: SheetCard,
  { siaeId, month }: { readonly siaeId: string; readonly month: Month },
): Promise<readonly HoursChange[]> {
  const validated = acts.findLast(({ transition }) => transition === 'validate')
  if (!validated) return []
  return (await hoursHistory(ctx, siaeId, month)).filter(({ at }) => Temporal.Instant.compare(at, validated.at) >= 0)
}

async function measuresOf(ctx: Reading, siaeId: string, month: Month): Promise<readonly HoursMeasure[]> {
  const running = (await annexesOf(ctx, { siaeId })).filter(({ annex }) => overlap(annex.period, daysOf(month)))
  return [...new Set<HoursMeasure>(['common', ...running.map(({ annex }) => annex.measure)])]
}

/** The same for the address asked. */
export async function sceneOf(
  request: PageRequest<Member>,
  options: { readonly withLeavers?: boolean } = {},
): Promise<MonthScene | undefined> {
  const asked = monthAddress(request)
  return asked && request.read((ctx) => readScene(ctx, { ...asked, ...options }))
}

/** The totals of a month that an officer may read; undefined while it is not validated, or elsewhere. */
export async function outsideScene(
  request: PageRequest<Member>,
): Promise<(Pick<MonthScene, 'card' | 'month' | 'totals' | 'worksites'> & { readonly due: CalendarDate }) | undefined> {
  const asked = monthAddress(request)
  if (!asked || !readsTotalsFromOutside(request.actor)) return undefined
  return request.read(async (ctx) => {
    const { siaeId, month } = asked
    const card = await sheetCard(ctx, siaeId, month)
    if (!card?.sheet) return undefined
    return {
      card,
      month,
      totals: await monthTotals(ctx, { siaeId, first: month, last: month }),
      worksites: card.worksites,
      due: sheetDueOn(ctx.law, month),
    }
  })
}
