import type { Source } from './sources.ts'

/**
 * How personal a fact is. The reader's rights decide what is shown; `justice` and `health` follow RGPD articles 9 and 10.
 */
export type Sensitivity = 'ordinary' | 'social' | 'health' | 'justice'

export type StepValue = string | number | boolean | null

/**
 * One line of "Pourquoi ce chiffre ?": a code worded in French by the slice, what went in, what came out, on which text.
 */
export interface Step<Code extends string = string> {
  readonly code: Code
  readonly inputs: Readonly<Record<string, StepValue>>
  readonly value: StepValue
  readonly source?: Source
  readonly sensitivity: Sensitivity
}

/**
 * A value that can say how it was found. `because` is called only when somebody asks, so that computing stays cheap.
 */
export interface Explained<T, Code extends string = string> {
  readonly value: T
  readonly rule: string
  readonly version: number
  because(): readonly Step<Code>[]
}

/** @example explained('pass-iae/last-day', 1, lastDay, () => [step('issued', { first }, lastDay)]) */
export function explained<T, Code extends string>(
  rule: string,
  version: number,
  value: T,
  because: () => readonly Step<Code>[],
): Explained<T, Code> {
  return { rule, version, value, because }
}

/** A step of an ordinary fact; give a sensitivity when the inputs tell something of the person's life. */
export function step<Code extends string>(
  code: Code,
  inputs: Readonly<Record<string, StepValue>>,
  value: StepValue,
  more: { source?: Source; sensitivity?: Sensitivity } = {},
): Step<Code> {
  return { code, inputs, value, sensitivity: more.sensitivity ?? 'ordinary', ...(more.source ? { source: more.source } : {}) }
}
