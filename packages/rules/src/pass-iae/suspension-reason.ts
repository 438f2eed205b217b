import type { Sensitivity } from '@maillage/kernel'

/**
 * Why a PASS is suspended, with how personal the reason is: the five reasons of today, then those kept for the past
 * (no longer declared since 27 January 2022).
 */
const SENSITIVITY = {
  'contract-suspended': 'ordinary',
  'contract-broken': 'ordinary',
  'contract-ended': 'ordinary',
  'agreed-by-local-committee': 'ordinary',
  'bridge-contract': 'ordinary',
  sickness: 'health',
  maternity: 'health',
  incarceration: 'justice',
  'trial-outside-iae': 'ordinary',
  detoxification: 'health',
  'force-majeure': 'ordinary',
} as const satisfies Readonly<Record<string, Sensitivity>>

export type SuspensionReason = keyof typeof SENSITIVITY

export const SUSPENSION_REASONS = Object.keys(SENSITIVITY) as readonly SuspensionReason[]

/** Readers outside the referents are told « contrat suspendu » for anything but `ordinary`. */
export function sensitivityOfSuspension(reason: SuspensionReason): Sensitivity {
  return SENSITIVITY[reason]
}
