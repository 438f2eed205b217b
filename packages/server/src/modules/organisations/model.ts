import type { CalendarDate, OpenPeriod, SiaeKind, Siret } from '@maillage/kernel'

/** A structure: one kind, one carrier, one agreement. Not the legal entity. */
export interface Siae {
  readonly id: string
  readonly organisationId: string
  readonly kind: SiaeKind
  readonly name: string
  /** The département of its agreement. */
  readonly territoryId: string
  readonly open: OpenPeriod
}

/** Where people work. It has no SIRET of its own; hours attach to it, and it may be in another département than its structure. */
export interface Worksite {
  readonly id: string
  readonly siaeId: string
  readonly organisationId: string
  readonly name: string
  readonly address: string | null
  readonly communeId: string
  readonly open: OpenPeriod
  readonly version: number
}

export const ROLES = [
  'counsellor',
  'technical_supervisor',
  'payroll_officer',
  'director',
  'assignment_coordinator',
  'prescriber',
  'ft_adviser',
  'referent',
  'authority_officer',
  'funder_officer',
  'network_officer',
  'body_secretary',
  'observatory_officer',
  'organisation_administrator',
] as const
export type Role = (typeof ROLES)[number]

/** Whether something is open on a day. */
export const isOpen = ({ open }: { readonly open: OpenPeriod }, day: CalendarDate): boolean =>
  open.first <= day && (open.last === null || day <= open.last)

/** `732 829 320 00074` */
export const shownSiret = (siret: Siret): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')
