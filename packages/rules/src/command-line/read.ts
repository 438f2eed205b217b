import {
  type CalendarDate,
  type CentiHours,
  type Cents,
  type Month,
  type OpenPeriod,
  type Period,
  parseDate,
  parseMonth,
} from '@maillage/kernel'

/** What is wrong in a line, in a sentence: the line is answered with it, and the next one is read. */
export class LineFault extends Error {}

/** Reads a value of a line; `path` says where it stands. */
export type Reader<T> = (value: unknown, path: string) => T

interface Optional<T> {
  readonly optional: Reader<T>
}

type Shape = Readonly<Record<string, Reader<unknown> | Optional<unknown>>>

/** What a shape reads: its readers, and its optional ones when they are there. */
type Shaped<S extends Shape> = {
  readonly [K in keyof S as S[K] extends Reader<unknown> ? K : never]: S[K] extends Reader<infer T> ? T : never
} & {
  readonly [K in keyof S as S[K] extends Reader<unknown> ? never : K]?: S[K] extends Optional<infer T> ? T : never
}

function expected(what: string, path: string): never {
  throw new LineFault(`${path}: ${what} is expected`)
}

export function optional<T>(reader: Reader<T>): Optional<T> {
  return { optional: reader }
}

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : reader(value, path))
}

/** A day such as `2026-11-21`. */
export const date: Reader<CalendarDate> = (value, path) =>
  (typeof value === 'string' ? parseDate(value) : undefined) ?? expected('a day of the calendar such as "2026-11-21"', path)

/** A month such as `2026-11`. */
export const monthText: Reader<Month> = (value, path) =>
  (typeof value === 'string' ? parseMonth(value) : undefined) ?? expected('a month such as "2026-11"', path)

export const text: Reader<string> = (value, path) => (typeof value === 'string' ? value : expected('a text', path))

export const flag: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : expected('true or false', path))

export const whole: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : expected('a whole number', path)

/** A number with two decimals at most, as an integer number of hundredths. */
export const hundredths: Reader<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return expected('a number', path)
  const found = Math.round(value * 100)
  return Number.isSafeInteger(found) && Math.abs(found - value * 100) < 1e-6 ? found : expected('a number with two decimals at most', path)
}

/** Hours such as 151.67. */
export const hours: Reader<CentiHours> = (value, path) => hundredths(value, path) as CentiHours

/** Euros such as 23921 or 568.94. */
export const money: Reader<Cents> = (value, path) => hundredths(value, path) as Cents

export function oneOf<const T extends string>(words: readonly T[]): Reader<T> {
  return (value, path) => words.find((word) => word === value) ?? expected(`one of ${words.join(', ')}`, path)
}

export function list<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((each: unknown, index) => reader(each, `${path}[${index}]`)) : expected('a list', path)
}

function fieldsOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : expected('an object', path)
}

/** An object with these fields and no other: a field that nobody reads is a slip, and is said. */
export function record<const S extends Shape>(shape: S): Reader<Shaped<S>> {
  return (value, path) => {
    const fields = fieldsOf(value, path)
    const stray = Object.keys(fields).find((name) => !Object.hasOwn(shape, name))
    if (stray !== undefined) throw new LineFault(`${path}.${stray}: this field is not read; fields are ${Object.keys(shape).join(', ')}`)
    const found: Record<string, unknown> = {}
    for (const [name, reader] of Object.entries(shape)) {
      const given = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (typeof reader === 'function')
        found[name] = given === undefined ? expected('a value', `${path}.${name}`) : reader(given, `${path}.${name}`)
      else if (given !== undefined) found[name] = reader.optional(given, `${path}.${name}`)
    }
    return found as Shaped<S>
  }
}

/** An object whose `kind` says which shape it has. @example tagged('kind', { piece: record({ kind: oneOf(['piece']), dated: date }) }) */
export function tagged<const Readers extends Readonly<Record<string, Reader<unknown>>>>(
  tag: string,
  readers: Readers,
): Reader<Readers[keyof Readers] extends Reader<infer T> ? T : never> {
  return (value, path) => {
    const word = fieldsOf(value, path)[tag]
    const reader = typeof word === 'string' && Object.hasOwn(readers, word) ? readers[word] : undefined
    if (!reader) return expected(`one of ${Object.keys(readers).join(', ')}`, `${path}.${tag}`)
    return reader(value, path) as Readers[keyof Readers] extends Reader<infer T> ? T : never
  }
}

/** The first of several shapes that reads the value; the fault of the last one otherwise. */
export function either<A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value, path) => {
    try {
      return first(value, path)
    } catch (fault) {
      if (!(fault instanceof LineFault)) throw fault
      return second(value, path)
    }
  }
}

const openShape = record({ first: date, last: nullable(date) })

/** Days whose end may be unknown. */
export const openDays: Reader<OpenPeriod> = (value, path) => {
  const found = openShape(value, path)
  return found.last === null || found.first <= found.last ? found : expected('a last day on or after the first', path)
}

/** Days from a first to a last one. */
export const days: Reader<Period> = (value, path) => {
  const { first, last } = openDays(value, path)
  return last === null ? expected('a last day', `${path}.last`) : { first, last }
}
