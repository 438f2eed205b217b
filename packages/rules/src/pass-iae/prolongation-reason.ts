import type { Sensitivity } from '@maillage/kernel'

/** Why a PASS is prolonged: the grounds of R5132-1-8, then that of the health crisis, kept for the past (closed on 1 December 2021). */
const SENSITIVITY = {
  'open-ended-inclusion-contract': 'ordinary',
  'training-to-complete': 'ordinary',
  senior: 'ordinary',
  'disabled-worker': 'health',
  'particular-difficulties': 'social',
  'health-context': 'ordinary',
} as const satisfies Readonly<Record<string, Sensitivity>>

export type ProlongationReason = keyof typeof SENSITIVITY

export const PROLONGATION_REASONS = Object.keys(SENSITIVITY) as readonly ProlongationReason[]

/** Who may read the ground of a prolongation. */
export function sensitivityOfProlongation(reason: ProlongationReason): Sensitivity {
  return SENSITIVITY[reason]
}
