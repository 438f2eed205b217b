import type { CalendarDate, CentiHours, OpenPeriod, SiaeKind } from '@maillage/kernel'

export const CONTRACT_TYPES = [
  'CDDI',
  'CDDU',
  'CTT',
  'CDI',
  'CDI_INCLUSION',
  'APPRENTICESHIP',
  'PROFESSIONAL_TRAINING',
  'EITI',
  'OTHER',
] as const
export type ContractType = (typeof CONTRACT_TYPES)[number]

/** The types that a structure of each kind signs, the usual one first. Another one is recorded all the same: it exists. */
export const USUAL_TYPES: Readonly<Record<SiaeKind, readonly ContractType[]>> = {
  EI: ['CDDI', 'CDI_INCLUSION', 'CDI', 'PROFESSIONAL_TRAINING', 'APPRENTICESHIP', 'OTHER'],
  ACI: ['CDDI', 'CDI_INCLUSION', 'OTHER'],
  AI: ['CDDU', 'CDDI', 'CDI_INCLUSION', 'OTHER'],
  ETTI: ['CTT', 'CDI_INCLUSION', 'PROFESSIONAL_TRAINING', 'OTHER'],
  EITI: ['EITI', 'OTHER'],
}

/** From the entry of a person in a structure to the exit: the hinge that holds contracts. */
export interface SiaeStay {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly siaeId: string
  readonly kind: SiaeKind
  readonly open: OpenPeriod
}

/** What a contract says. Market, lot and clause are told from the first day: they could not be found again later. */
export interface ContractTerms {
  readonly type: ContractType
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly worksiteId: string | null
  readonly post: string | null
  readonly market: string | null
  readonly lot: string | null
  readonly clauseKind: string | null
}

/** A contract as it is known now. */
export interface EmploymentContract extends ContractTerms {
  readonly id: string
  readonly stayId: string
  readonly personId: string
  readonly organisationId: string
  readonly version: number
  readonly cancelled: boolean
  readonly signedOn: CalendarDate | null
  /** The day from which these terms hold; null: from the first day. */
  readonly effectOn: CalendarDate | null
  /** The contract of the same stay that this one renews. */
  readonly renews: string | null
}
