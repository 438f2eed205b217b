import type { Refusal } from './outcome.ts'

/**
 * The answer to a request for a right. Missing information is never a no: it is its own answer, and names what is missing.
 * `carriedBy` says what granted the right (criteria, an earlier decision…).
 */
export type Verdict<Carried, Code extends string = string, Missing extends string = string> =
  | { readonly state: 'granted'; readonly carriedBy: Carried }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal<Code>[] }
  | { readonly state: 'undetermined'; readonly missing: readonly Missing[]; readonly refusals: readonly Refusal<Code>[] }
