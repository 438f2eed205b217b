import type { CalendarDate } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'

/** How far from its commune a partner welcomes people, as the commune's own territories tell it. */
export const REACHES = ['commune', 'epci', 'bassin', 'departement'] as const
export type Reach = (typeof REACHES)[number]

export const PARTNER_LIMITS = { name: 120, does: 500, address: 240, conditions: 300, mistake: 300 } as const

/** Days after which what is said of a partner should be checked again. */
export const TO_CHECK_AGAIN = 365

/** What is said of a partner. */
export interface PartnerSheet {
  readonly name: string
  /** What they do there, in a sentence or two */
  readonly does: string
  readonly areas: readonly BarrierArea[]
  readonly communeId: string
  /** The territory whose inhabitants they welcome */
  readonly servesId: string
  readonly address: string | null
  /** The line of a reception, never of somebody. */
  readonly phone: string | null
  readonly conditions: string | null
  /** The last day: a closed partner stays in the history. */
  readonly closedOn: CalendarDate | null
}

/** A partner, as the directory shows it. */
export interface Partner extends PartnerSheet {
  readonly id: string
  readonly departementId: string
  readonly version: number
  readonly communeName: string
  readonly servesName: string
  readonly reach: Reach
  /** When somebody last wrote or checked it, and for which organisation */
  readonly verifiedOn: CalendarDate
  readonly verifiedBy: string
  /** Mistakes found since, not yet corrected */
  readonly mistakes: number
}
