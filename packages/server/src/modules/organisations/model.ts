import type { CalendarDate, OpenPeriod, Period, SiaeKind, Siret } from '@maillage/kernel'
import type { OrganisationFunction } from '../../platform/command/actor.ts'

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

/** What holds rights on people: a team of a structure, an agency of an operator. */
export interface Unit {
  readonly id: string
  readonly organisationId: string
  readonly siaeId: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly open: OpenPeriod
  readonly version: number
}

export const SUCCESSION_REASONS = ['merged', 'transferred', 'liquidated', 'closed'] as const
export type SuccessionReason = (typeof SUCCESSION_REASONS)[number]

/** Whether another structure goes on with the people when one ends so. */
export const hasSuccessor = (reason: SuccessionReason): boolean => reason === 'merged' || reason === 'transferred'

/** A proposal waits until the carrier asked accepts or refuses it, or the one that made it takes it back. */
export type SuccessionState = 'waiting' | 'done' | 'refused' | 'withdrawn'

/** The end of a structure, as its carrier says it. */
export interface Succession {
  readonly id: string
  readonly siaeId: string
  readonly organisationId: string
  readonly successorId: string | null
  readonly successorOrganisationId: string | null
  readonly lastDay: CalendarDate
  readonly reason: SuccessionReason
  readonly state: SuccessionState
}

export const UNIT_KINDS = ['team', 'agency'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** One hat: an account, an organisation, a role, from a day. */
export interface Membership {
  readonly id: string
  readonly accountId: string
  readonly organisationId: string
  readonly displayName: string
  readonly role: Role
  readonly open: OpenPeriod
}

/** A deputy for a time that always ends. */
export interface Delegation {
  readonly id: string
  readonly organisationId: string
  readonly fromMembershipId: string
  readonly toMembershipId: string
  readonly period: Period
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

const OF_EVERY_ORGANISATION: readonly Role[] = ['director', 'organisation_administrator']
const ROLES_OF_FUNCTION: Readonly<Record<OrganisationFunction, readonly Role[]>> = {
  operator: ['counsellor', 'technical_supervisor', 'payroll_officer', 'assignment_coordinator'],
  prescriber: ['prescriber', 'ft_adviser', 'referent'],
  referent: ['referent', 'ft_adviser'],
  authority: ['authority_officer', 'body_secretary', 'observatory_officer'],
  funder: ['funder_officer', 'body_secretary', 'observatory_officer'],
  network: ['network_officer', 'observatory_officer'],
  facilitator: ['network_officer', 'body_secretary', 'observatory_officer'],
}

/** The roles that make sense where these functions are held: nobody is an officer of the State in a carrier. In the order of `ROLES`. */
export function rolesFor(functions: readonly OrganisationFunction[]): readonly Role[] {
  const allowed = new Set([...OF_EVERY_ORGANISATION, ...functions.flatMap((each) => ROLES_OF_FUNCTION[each])])
  return ROLES.filter((role) => allowed.has(role))
}

/** The roles that steer an organisation: its members, teams and places are theirs to change. */
export const isSteering = (role: string): boolean => OF_EVERY_ORGANISATION.some((each) => each === role)

/**
 * Whether ending these hats would leave nobody, for good, to steer the organisation.
 * Somebody whose end is already written does not count: the day would come when nobody could open the door.
 */
export function leavesNobodySteering(all: readonly Membership[], ending: readonly Membership[]): boolean {
  if (!ending.some(({ role }) => isSteering(role))) return false
  const leaving = new Set(ending.map(({ id }) => id))
  return !all.some(({ id, role, open }) => isSteering(role) && open.last === null && !leaving.has(id))
}

/** Whether something is open on a day. */
export const isOpen = ({ open }: { readonly open: OpenPeriod }, day: CalendarDate): boolean =>
  open.first <= day && (open.last === null || day <= open.last)

/** Whether somebody is a member for the whole of a period. */
export const coversAll = ({ open }: { readonly open: OpenPeriod }, { first, last }: Period): boolean =>
  open.first <= first && (open.last === null || last <= open.last)

/** `732 829 320 00074` */
export const shownSiret = (siret: Siret): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')

/** `732 829 320` */
export const shownSiren = (siren: string): string => siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')
