import { type CalendarDate, isoDate } from '../calendar/calendar-date.ts'
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

/** The law of one day, as it was known on another. */
export interface LawOfDay {
  readonly day: CalendarDate
  readonly knownOn: CalendarDate | null
  /** The value in force with its source, or undefined when no known text covers the day. */
  find<T>(parameter: Parameter<T>): DatedValue<T> | undefined
  /** The value in force; throws `NoTextInForce` when no known text covers the day: a rule never answers with last year's figure. */
  get<T>(parameter: Parameter<T>): T
}

/**
 * The dated figures of the law. Rules take it first.
 * @example law.on(day('2019-03-01')).get(level2Threshold)
 * @example law.on(day('2022-01-15'), { knownOn: day('2022-02-01') }) // before the order of July 2022 was published
 */
export interface Law {
  /** Changes when any figure changes; stored beside every result that others rely on. */
  readonly version: string
  readonly parameters: readonly Parameter<unknown>[]
  on(day: CalendarDate, knowledge?: { readonly knownOn?: CalendarDate }): LawOfDay
  /** The same law with local decisions; only derogable parameters accept them. */
  with(local: readonly LocalValue[]): Law
}

/** No text known covers that day. Turned into the refusal `law/no-text-in-force` at the edge. */
export class NoTextInForce extends Error {
  readonly parameter: string
  readonly day: CalendarDate
  constructor(parameter: string, date: CalendarDate) {
    super(`No known text gives ${parameter} on ${isoDate(date)}`)
    this.name = 'NoTextInForce'
    this.parameter = parameter
    this.day = date
  }
}

/** The latest published of the values that cover the day and were known. */
function inForce<T>(values: readonly DatedValue<T>[], day: CalendarDate, knownOn: CalendarDate | null): DatedValue<T> | undefined {
  let found: DatedValue<T> | undefined
  for (const dated of values) {
    if (dated.from > day || (dated.to !== null && dated.to < day)) continue
    if (knownOn !== null && dated.published > knownOn) continue
    if (!found || dated.published > found.published) found = dated
  }
  return found
}

/** Builds the law from its parameters; keys are unique. */
export function lawOf(version: string, parameters: readonly Parameter<unknown>[], local: readonly LocalValue[] = []): Law {
  const known = new Set(parameters.map((each) => each.key))
  invariant(known.size === parameters.length, 'each parameter of the law has its own key')
  const localByKey = Map.groupBy(local, (each) => each.key)

  const valuesOf = <T>(parameter: Parameter<T>): readonly DatedValue<T>[] => {
    const decisions = localByKey.get(parameter.key)
    if (!decisions) return parameter.values
    const parse = parameter.derogable?.parse
    invariant(parse, `${parameter.key} accepts no local decision`)
    return decisions.map((each) => ({
      from: each.from,
      to: each.to,
      published: each.published,
      value: parse(each.stored),
      source: { article: each.legalBasis, title: each.author, confidence: 'text' as const },
    }))
  }

  return {
    version: local.length === 0 ? version : `${version}+${local.length}`,
    parameters,
    on(date, knowledge = {}) {
      const knownOn = knowledge.knownOn ?? null
      const find = <T>(parameter: Parameter<T>): DatedValue<T> | undefined => {
        invariant(known.has(parameter.key), `${parameter.key} is a parameter of this law`)
        // A local decision stands before the national figure; outside its dates the national one answers.
        return inForce(valuesOf(parameter), date, knownOn) ?? inForce(parameter.values, date, knownOn)
      }
      return {
        day: date,
        knownOn,
        find,
        get<T>(parameter: Parameter<T>): T {
          const dated = find(parameter)
          if (!dated) throw new NoTextInForce(parameter.key, date)
          return dated.value
        },
      }
    },
    with: (more) => {
      for (const each of more) {
        const target = parameters.find((one) => one.key === each.key)
        invariant(target?.derogable, `${each.key} accepts no local decision`)
      }
      return lawOf(version, parameters, [...local, ...more])
    },
  }
}
