import type { Outcome, Refusal } from '@maillage/kernel'

/** The box to correct for a refusal of the rules, which know no form. */
const FIELDS: Readonly<Record<string, string>> = {
  'pass-iae/suspension-reason-closed': 'reason',
  'pass-iae/suspension-ends-before-it-begins': 'lastDay',
  'pass-iae/suspension-too-long': 'lastDay',
  'pass-iae/suspension-in-future': 'firstDay',
  'pass-iae/suspension-too-far-back': 'firstDay',
  'pass-iae/suspension-outside-pass': 'firstDay',
  'pass-iae/suspension-overlaps': 'firstDay',
  'pass-iae/suspension-before-hire': 'firstDay',
  'pass-iae/contract-suspension-too-short': 'lastDay',
  'pass-iae/not-suspended-long-enough': 'lastDay',
  'pass-iae/closure-not-examined': 'examined',
  'pass-iae/closure-not-notified': 'notifiedOn',
  'pass-iae/prolongation-kind-excluded': 'reason',
  'pass-iae/prolongation-ends-before-it-begins': 'lastDay',
  'pass-iae/prolongation-needs-an-end': 'lastDay',
  'pass-iae/prolongation-too-long-in-all': 'lastDay',
  'pass-iae/prolongation-decision-too-long': 'lastDay',
  'pass-iae/prolongation-beyond-training': 'lastDay',
  'pass-iae/disabled-worker-title-not-valid': 'titleLast',
  'pass-iae/training-not-running-at-the-end': 'trainingFirst',
  'pass-iae/open-contract-too-early': 'contractSignedOn',
  'pass-iae/refusal-not-reasoned': 'grounds',
  'pass-iae/refusal-not-notified': 'personNotifiedOn',
}

const placed = (refusal: Refusal): Refusal => {
  const field = FIELDS[refusal.code]
  return field === undefined ? refusal : { ...refusal, field }
}

/** The same outcome, each refusal leading to the box to correct. */
export const atItsField = <T>(outcome: Outcome<T>): Outcome<T> =>
  outcome.ok ? outcome : { ok: false, refusals: outcome.refusals.map(placed) }
