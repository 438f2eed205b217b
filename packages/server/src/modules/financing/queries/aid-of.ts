import type { Law, Month } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type AgreedSiae, agreedSiae, annexesOf, type StandingAnnex } from '../../agreements/index.ts'
import { type MonthState, type MonthTotal, monthSheetsOf, monthTotals } from '../../employment/index.ts'
import { type AidYear, aidYear, monthsOf, monthsOfAnnex } from '../model.ts'

export interface SiaeAid extends AidYear<StandingAnnex> {
  readonly siae: AgreedSiae
  /** Each month of the year as this reader may know it: a draft is `missing` outside. */
  readonly states: readonly MonthState[]
  readonly totals: readonly MonthTotal[]
}

/** First month whose hours matter for a year: an annex begun before is capped on its whole length. */
function since(law: Law, annexes: readonly StandingAnnex[], year: number): Month {
  const { first, last } = monthsOf(year)
  return annexes.reduce((least, { annex }) => {
    const span = monthsOfAnnex(law, annex)
    return span !== undefined && span.first < least && span.last >= first && span.first <= last ? span.first : least
  }, first)
}

/**
 * The aid of a structure in a year, as its validated months and its annexes give it now; undefined when there is no such structure. Four statements.
 * What the reader may not read is not in it: for a stranger, no annex and no hour.
 * @example (await aidOf(ctx, { siaeId, year: 2025 }))?.annexes[0]?.aid?.value
 */
export async function aidOf(
  ctx: Pick<ReadCtx, 'tx' | 'law'>,
  { siaeId, year }: { readonly siaeId: string; readonly year: number },
): Promise<SiaeAid | undefined> {
  const siae = await agreedSiae(ctx, siaeId)
  if (!siae) return undefined
  const annexes = await annexesOf(ctx, { siaeId })
  const { first, last } = monthsOf(year)
  const totals = await monthTotals(ctx, { siaeId, first: since(ctx.law, annexes, year), last })
  const states = await monthSheetsOf(ctx, { siaeId, first, last })
  return { siae, states, totals, ...aidYear(ctx.law, { kind: siae.kind, annexes, totals, year }) }
}
