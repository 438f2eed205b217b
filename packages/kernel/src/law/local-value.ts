import { type CalendarDate, isoDate } from '../calendar/calendar-date.ts'
import { overlap } from '../calendar/period.ts'
import { invariant } from '../invariant.ts'
import type { DatedValue, Parameter } from './parameter.ts'

/** A local decision that replaces a derogable figure: who decided, on which legal base. */
export interface LocalValue {
  readonly key: string
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly published: CalendarDate
  readonly stored: unknown
  readonly author: string
  readonly legalBasis: string
}

/** What a territory, or a structure, decided: by key of parameter, the values as the rules read them. */
export type LocalLayer = ReadonlyMap<string, readonly DatedValue<unknown>[]>

const asPeriod = ({ from, to }: LocalValue) => ({ first: from, last: to })

/**
 * Reads the decisions of one authority. Each is for a derogable parameter, does not end before it begins,
 * and does not contradict another of the same authority published on the same day.
 */
export function localLayer(parameters: readonly Parameter<unknown>[], local: readonly LocalValue[]): LocalLayer {
  const layer = new Map<string, readonly DatedValue<unknown>[]>()
  for (const [key, decisions] of Map.groupBy(local, (each) => each.key)) {
    const parse = parameters.find((each) => each.key === key)?.derogable?.parse
    invariant(parse, `${key} accepts no local decision`)
    decisions.forEach((each, index) => {
      invariant(each.to === null || each.from <= each.to, `the local decision on ${key} from ${isoDate(each.from)} ends after it begins`)
      const rival = decisions
        .slice(index + 1)
        .find((other) => other.published === each.published && overlap(asPeriod(each), asPeriod(other)))
      invariant(!rival, `${key} has one local decision published on ${isoDate(each.published)} for each day`)
    })
    layer.set(
      key,
      decisions.map(({ from, to, published, stored, author, legalBasis }) => ({
        from,
        to,
        published,
        value: parse(stored),
        source: { article: legalBasis, title: author, confidence: 'text' as const },
      })),
    )
  }
  return layer
}
