import type { CalendarDate, CentiHours } from '@maillage/kernel'
import type { PlacementClient } from '@maillage/rules/employment'

/** Who receives people placed; the law counts hours with companies alone. */
export const CLIENT_CATEGORIES = ['private-person', 'non-profit', 'public-body', 'company'] as const satisfies readonly PlacementClient[]

/** Somebody, or something, that receives people placed. */
export interface HostClient {
  readonly id: string
  readonly organisationId: string
  readonly category: PlacementClient
  readonly name: string
  readonly commune: { readonly code: string; readonly name: string }
  readonly siret: string | null
  readonly safety: string | null
  /** The last day it was a client; null: it is one. */
  readonly lastDay: CalendarDate | null
  readonly version: number
}

/** How to reach a client and where it is: for those who place people alone. */
export interface ClientContact {
  readonly personToAsk: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}
export const CONTACT_FIELDS = ['personToAsk', 'phone', 'email', 'address'] as const satisfies readonly (keyof ClientContact)[]

export const REQUEST_STATES = ['open', 'proposed', 'filled', 'dropped'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** What may become of a request; whatever it is, it may be opened again: a client calls back. */
export const REQUEST_PASSAGES: Readonly<Record<RequestState, readonly RequestState[]>> = {
  open: ['proposed', 'filled', 'dropped'],
  proposed: ['open', 'filled', 'dropped'],
  filled: ['open'],
  dropped: ['open'],
}

export const DROP_REASONS = ['nobody-free', 'client-gave-up', 'found-elsewhere', 'not-for-us', 'other'] as const
export type DropReason = (typeof DROP_REASONS)[number]

/** Days of the week, Monday being 1. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Work that a client asks for. */
export interface StaffingRequest {
  readonly id: string
  readonly organisationId: string
  readonly siaeId: string
  readonly clientId: string
  readonly work: string
  readonly commune: { readonly code: string; readonly name: string }
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  /** None said: any day. */
  readonly weekdays: readonly number[]
  readonly schedule: string | null
  readonly people: number
  readonly needsLicence: boolean
  readonly needsVehicle: boolean
  readonly state: RequestState
  readonly dropReason: DropReason | null
  readonly version: number
}

export const END_REASONS = ['work-done', 'client-stopped', 'person-stopped', 'hired-by-client', 'other'] as const
export type EndReason = (typeof END_REASONS)[number]

/** Somebody works for a client, from a day to another. */
export interface Assignment {
  readonly id: string
  readonly stayId: string
  readonly personId: string
  readonly organisationId: string
  readonly siaeId: string
  readonly clientId: string
  readonly requestId: string | null
  readonly work: string
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  /** The last day first agreed. */
  readonly agreedLastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly weekdays: readonly number[]
  readonly schedule: string | null
  readonly agreementSignedOn: CalendarDate | null
  readonly contractGivenOn: CalendarDate | null
  readonly endReason: EndReason | null
  readonly cancelled: boolean
  readonly version: number
}

/** When somebody can work, how much, with what; null: not said. */
export interface Availability {
  readonly weeklyHours: CentiHours | null
  /** None said: any day. */
  readonly weekdays: readonly number[]
  readonly schedule: string | null
  readonly licence: boolean | null
  readonly vehicle: boolean | null
}
