import type { Source } from './sources.ts'

/** What a refusal may carry besides its code: values a French sentence will quote. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>

/**
 * A reason not to do what was asked. `code` is `slice/what-is-wrong`; its French wording stands in the slice's messages.
 * `field` names the form control concerned, when there is one.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly details?: RefusalDetails
  readonly source?: Source
  readonly field?: string
}

export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] }

/** @example return granted(pass) */
export function granted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/**
 * Refuses with every reason at once, so that the person asking corrects everything in one go.
 * @example return refused({ code: 'pass-iae/suspension-overlaps', details: { from, to } })
 */
export function refused<Code extends string>(
  ...refusals: readonly [Refusal<Code>, ...Refusal<Code>[]]
): { readonly ok: false; readonly refusals: readonly Refusal<Code>[] } {
  return { ok: false, refusals }
}

/**
 * Grants `value` when no reason was collected, refuses with all of them otherwise.
 * @example return decide(refusals, () => ({ first, last }))
 */
export function decide<T, Code extends string>(refusals: readonly Refusal<Code>[], value: () => T): Outcome<T, Code> {
  return refusals.length === 0 ? granted(value()) : { ok: false, refusals }
}
