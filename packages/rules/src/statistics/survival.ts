import { invariant } from '@maillage/kernel'

/** How long somebody waited, in days; `happened` false: still waiting when last seen. */
export interface Wait {
  readonly days: number
  readonly happened: boolean
}

/** One day on which something happened to somebody. */
export interface SurvivalStep {
  readonly days: number
  readonly atRisk: number
  readonly happened: number
  /** Part of people to whom nothing has happened after that day. */
  readonly waiting: number
}

export interface Survival {
  readonly people: number
  readonly happened: number
  readonly steps: readonly SurvivalStep[]
  /** Days after which half are no longer waiting; null: more than half still wait. */
  readonly median: number | null
  /** 95 % bounds of the median; `high` null: not reached. Null when the median is not. */
  readonly interval: { readonly low: number; readonly high: number | null } | null
}

/** The 95 % of usage. */
const Z = 1.959_963_984_540_054

/**
 * Kaplan and Meier: those who still wait count for as long as they have waited. Leaving them out would show only those for whom it went well.
 * The bounds of the median are read on the bounds of the curve (logarithm of the part waiting, Greenwood's variance).
 * @example survival([{ days: 10, happened: true }, { days: 40, happened: false }]).median // 10
 */
export function survival(waits: readonly Wait[]): Survival {
  invariant(
    waits.every(({ days }) => Number.isSafeInteger(days) && days >= 0),
    'a wait is a whole number of days',
  )
  const steps: (SurvivalStep & { readonly low: number; readonly high: number })[] = []
  const days = [...new Set(waits.filter(({ happened }) => happened).map((each) => each.days))].toSorted((a, b) => a - b)
  let [waiting, variance] = [1, 0]
  for (const on of days) {
    const atRisk = waits.filter((each) => each.days >= on).length
    const happened = waits.filter((each) => each.happened && each.days === on).length
    waiting *= (atRisk - happened) / atRisk
    variance += happened === atRisk ? Number.POSITIVE_INFINITY : happened / (atRisk * (atRisk - happened))
    const spread = Z * Math.sqrt(variance)
    const [low, high] = waiting === 0 ? [0, 0] : [waiting * Math.exp(-spread), Math.min(1, waiting * Math.exp(spread))]
    steps.push({ days: on, atRisk, happened, waiting, low, high })
  }
  const first = (part: 'waiting' | 'low' | 'high') => steps.find((each) => each[part] <= 0.5 + 1e-12)?.days ?? null
  const [median, low] = [first('waiting'), first('low')]
  return {
    people: waits.length,
    happened: waits.filter(({ happened }) => happened).length,
    steps: steps.map(({ low: _low, high: _high, ...step }) => step),
    median,
    interval: median === null || low === null ? null : { low, high: first('high') },
  }
}
