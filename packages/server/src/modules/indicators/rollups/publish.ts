import type { CalendarDate, Law } from '@maillage/kernel'
import { type Audience, adHocRounding, hiddenCells, roundedTo, secrecyRule } from '@maillage/rules/statistics'
import { cardOf } from '../cards/catalogue.ts'
import { type ExclusionReason, type Figure, type IndicatorCode, MILLION } from '../model.ts'
import type { Block } from './draft.ts'

/** Left out for a reason that tells of structures, not of people. */
const OF_STRUCTURES: readonly string[] = [
  'month-not-declared',
  'month-not-over',
  'month-without-annex',
  'no-staff',
] satisfies ExclusionReason[]

/** Stands for « fewer than the threshold » where some were left out. */
export const FEW = -1

export type PublishedFigure = Figure & { readonly organisationId: string | null }

const stepOf = (indicator: IndicatorCode, step: number) => (indicator.endsWith('-fte') ? step * MILLION : step)

/**
 * What one audience may read of a block of figures. Hidden figures lose every number; small numbers of people left out lose theirs.
 * @param hidden what the narrower audiences, who read this one too, may not read; completed
 */
export function publish(
  law: Law,
  { counted, drafts, relations, only }: Block,
  {
    audience,
    year,
    on,
    hidden,
    rounded,
  }: {
    readonly audience: Audience
    readonly year: number
    readonly on: CalendarDate
    readonly hidden: Set<string>
    readonly rounded: boolean
  },
): readonly PublishedFigure[] {
  const rule = secrecyRule(law, { audience, counted }, on)
  const rows = drafts.map(({ key, contributions, scope }) => ({ key, contributions, group: scope.siaeId ?? scope.kind }))
  const unseen = hiddenCells(rows, relations, rule, hidden)
  for (const key of unseen.keys()) hidden.add(key)
  const step = law.on(on).get(adHocRounding)
  return drafts
    .filter(({ indicator }) => only === undefined || indicator === only)
    .map(
      ({
        key,
        scope,
        indicator,
        month,
        dimension,
        state,
        numerator,
        denominator,
        low,
        high,
        excluded,
        contributions,
        needs,
      }): PublishedFigure => {
        const hiddenBy = unseen.get(key) ?? needs.map((each) => unseen.get(each)).find((why) => why !== undefined) ?? null
        const isMedian = indicator === 'entry-time' || indicator === 'answer-time'
        const round = (value: number | null) => (value === null || !rounded ? value : roundedTo(value, stepOf(indicator, step)))
        const shown = hiddenBy === null && state === 'shown'
        const parts = Object.entries(excluded).flatMap(([reason, count]) => {
          if (OF_STRUCTURES.includes(reason)) return [[reason, count]]
          return hiddenBy !== null ? [] : [[reason, count > 0 && count < rule.people ? FEW : rounded ? roundedTo(count, step) : count]]
        })
        return {
          indicator,
          version: cardOf(indicator).version,
          audience,
          siaeId: scope.siaeId,
          organisationId: scope.organisationId,
          kind: scope.kind,
          year,
          month,
          dimension,
          state: hiddenBy === null ? state : 'too-few',
          hiddenBy,
          numerator: shown ? (isMedian ? numerator : round(numerator)) : null,
          denominator: shown ? (denominator === MILLION ? MILLION : round(denominator)) : null,
          low: shown ? low : null,
          high: shown ? high : null,
          structures: hiddenBy === null ? new Set(contributions.map(({ unit }) => unit)).size : null,
          excluded: Object.fromEntries(parts) as Figure['excluded'],
          rounded,
        }
      },
    )
}
