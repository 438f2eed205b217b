import type { Sensitivity } from '@maillage/kernel'

/** Why a stay ends, with how personal the reason is. Class and counting are dated parameters; `paymentCode` is the paying agency's, when we read it. */
const REASONS = {
  'open-ended-contract': { sensitivity: 'ordinary', paymentCode: null },
  'aided-open-ended-contract': { sensitivity: 'ordinary', paymentCode: null },
  'hired-by-the-siae': { sensitivity: 'ordinary', paymentCode: null },
  'inclusion-contract': { sensitivity: 'ordinary', paymentCode: 96 },
  'fixed-term-contract': { sensitivity: 'ordinary', paymentCode: null },
  'temporary-assignment': { sensitivity: 'ordinary', paymentCode: null },
  'work-study-contract': { sensitivity: 'ordinary', paymentCode: null },
  'civil-service': { sensitivity: 'ordinary', paymentCode: null },
  'business-creation': { sensitivity: 'ordinary', paymentCode: null },
  'aided-contract': { sensitivity: 'ordinary', paymentCode: null },
  'qualifying-training': { sensitivity: 'ordinary', paymentCode: null },
  'prequalifying-training': { sensitivity: 'ordinary', paymentCode: null },
  'prior-learning-validation': { sensitivity: 'ordinary', paymentCode: null },
  'return-to-school': { sensitivity: 'ordinary', paymentCode: null },
  'another-siae': { sensitivity: 'ordinary', paymentCode: 2 },
  retirement: { sensitivity: 'ordinary', paymentCode: null },
  'other-recognised-solution': { sensitivity: 'ordinary', paymentCode: null },
  'internal-move': { sensitivity: 'ordinary', paymentCode: null },
  unemployed: { sensitivity: 'ordinary', paymentCode: null },
  inactive: { sensitivity: 'ordinary', paymentCode: null },
  'no-news': { sensitivity: 'ordinary', paymentCode: null },
  death: { sensitivity: 'social', paymentCode: null },
  'long-illness': { sensitivity: 'health', paymentCode: null },
  maternity: { sensitivity: 'health', paymentCode: null },
  'moved-away': { sensitivity: 'ordinary', paymentCode: null },
  detention: { sensitivity: 'justice', paymentCode: null },
  'trial-ended-by-employer': { sensitivity: 'ordinary', paymentCode: null },
  'serious-fault': { sensitivity: 'ordinary', paymentCode: null },
  // Not a reason: what a reader is given instead of one that is not for them. Every reason that is kept from somebody takes the exit out.
  withheld: { sensitivity: 'ordinary', paymentCode: null },
} as const satisfies Readonly<Record<string, { readonly sensitivity: Sensitivity; readonly paymentCode: number | null }>>

/** A reason as a reader is told it. */
export type ExitReason = keyof typeof REASONS

/** A reason as it is recorded. */
export type RecordedExitReason = Exclude<ExitReason, 'withheld'>

export const EXIT_REASONS = Object.keys(REASONS).filter((reason) => reason !== 'withheld') as readonly RecordedExitReason[]

/** Who may read the reason of an exit; the others are told its class. */
export function sensitivityOfExit(reason: ExitReason): Sensitivity {
  return REASONS[reason].sensitivity
}

/** Code of the paying agency's table of reasons, when it is known: the others are to be imported, never guessed. */
export function paymentCodeOfExit(reason: ExitReason): number | null {
  return REASONS[reason].paymentCode
}
