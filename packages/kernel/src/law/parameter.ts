import type { CalendarDate } from '../calendar/calendar-date.ts'
import { isoDate } from '../calendar/calendar-date.ts'
import { invariant } from '../invariant.ts'
import type { Source } from '../sources.ts'

/** A value that a text gave for a time. `to` null: still in force. `published`: when it became knowable, often after `from`. */
export interface DatedValue<T> {
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly published: CalendarDate
  readonly value: T
  readonly source: Source
}

/**
 * A figure of the law, with its whole history. `key` is `slice/what-it-is`.
 * `derogable` parameters may be replaced for a territory or a structure by a dated local decision, read by `parse`.
 */
export interface Parameter<T> {
  readonly key: string
  /** In French, for the page that lists the law. */
  readonly label: string
  readonly unit: string
  readonly values: readonly DatedValue<T>[]
  readonly derogable?: { readonly parse: (stored: unknown) => T }
}

/**
 * Declares a parameter and checks its history: no empty period. Two values may cover one day only when they were published on different days:
 * the later publication wins from its date of knowledge on.
 */
export function parameter<T>(definition: Parameter<T>): Parameter<T> {
  for (const dated of definition.values) {
    invariant(dated.to === null || dated.from <= dated.to, `${definition.key} has a value that ends before ${isoDate(dated.from)}`)
  }
  definition.values.forEach((a, index) => {
    const rival = definition.values
      .slice(index + 1)
      .find((b) => a.published === b.published && (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to))
    invariant(!rival, `${definition.key} has two values published on the same day for ${isoDate(rival?.from ?? a.from)}`)
  })
  return definition
}
