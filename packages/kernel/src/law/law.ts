import { type CalendarDate, isoDate } from '../calendar/calendar-date.ts'
import { invariant } from '../invariant.ts'
import { fingerprint } from './fingerprint.ts'
import { type LocalLayer, type LocalValue, localLayer } from './local-value.ts'
import type { DatedValue, Parameter } from './parameter.ts'

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
  /**
   * The same law with the decisions of one authority; only derogable parameters accept them. Where they give no value, the law before them answers.
   * A structure's decisions stand before its territory's: `law.with(ofTerritory).with(ofStructure)`.
   */
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
export function lawOf(version: string, parameters: readonly Parameter<unknown>[]): Law {
  invariant(new Set(parameters.map((each) => each.key)).size === parameters.length, 'each parameter of the law has its own key')
  return lawWith(version, parameters, [])
}

/** `layers`: the nearest authority first. */
function lawWith(version: string, parameters: readonly Parameter<unknown>[], layers: readonly LocalLayer[]): Law {
  const known = new Set(parameters.map((each) => each.key))
  return {
    version,
    parameters,
    on(date, { knownOn = null } = {}) {
      const find = <T>(parameter: Parameter<T>): DatedValue<T> | undefined => {
        invariant(known.has(parameter.key), `${parameter.key} is a parameter of this law`)
        for (const layer of layers) {
          // The layer was read by the `parse` of the parameter of that key.
          const local = inForce((layer.get(parameter.key) ?? []) as readonly DatedValue<T>[], date, knownOn)
          if (local) return local
        }
        return inForce(parameter.values, date, knownOn)
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
    with(local) {
      if (local.length === 0) return this
      const content = local.map(fingerprint).sort()
      return lawWith(`${version}+${fingerprint(content)}`, parameters, [localLayer(parameters, local), ...layers])
    },
  }
}
