import type { SiaeKind } from '@maillage/kernel'
import type { PrescriberKind } from '@maillage/rules/eligibility'
import type { Role } from '../../packages/server/src/modules/organisations/model.ts'
import type { OrganisationFunction } from '../../packages/server/src/platform/command/actor.ts'
import type { Place } from '../histories/history.ts'
import type { Homes } from '../histories/made-identity.ts'

export interface MadeWorksite {
  readonly name: string
  readonly address: string | null
  /** INSEE code */
  readonly commune: string
}

export interface MadeSiae {
  readonly kind: SiaeKind
  readonly name: string
  /** INSEE code of its seat */
  readonly commune: string
  readonly since: string
  readonly until?: string
  /** The structure that goes on with its work. */
  readonly successor?: string
  /** The day it moved, and took another SIRET. */
  readonly movedOn?: string
  readonly worksites: readonly MadeWorksite[]
}

export interface MadeCarrier {
  readonly name: string
  readonly legalForm: string
  readonly siae: readonly MadeSiae[]
}

export interface MadePartner {
  readonly name: string
  readonly legalForm: string | null
  /** A real administration is named as it is, without a number that would not be its own; the others have an invented one. */
  readonly invented: boolean
  readonly acts: readonly { readonly function: OrganisationFunction; readonly territory: string; readonly since: string }[]
  readonly agencies?: readonly string[]
  readonly authorisation?: {
    readonly kind: PrescriberKind
    readonly since: string
    readonly prefect?: { readonly reference: string; readonly decidedOn: string; readonly until: string }
  }
}

export interface MadeHat {
  readonly organisation: string
  readonly role: Role
  readonly unit?: string
  readonly since: string
  readonly until?: string
}

export interface MadeAccount {
  readonly name: string
  readonly email: string
  readonly hats: readonly MadeHat[]
  /** Looks after the platform itself: merges, retention, what could not be delivered. */
  readonly administrator?: boolean
  readonly persona?: { readonly title: string; readonly description: string }
}

/** Everybody who acts in one département; names are the keys that the loaders turn into ids, so no two of a database may be alike. */
export interface Cast {
  /** Its code: `11`. */
  readonly departement: string
  readonly carriers: readonly MadeCarrier[]
  readonly partners: readonly MadePartner[]
  /** The accounts that have a story; the others are made. */
  readonly named: readonly MadeAccount[]
  /** Where its people live. */
  readonly homes: Homes
  /** The organisation that signs for the State. */
  readonly authority: string
  /** The structure where the visitor is expected to type the last month. */
  readonly visited?: string
  /** People present at once in a structure of each kind, when they are not as many as in the Aude. */
  readonly seats?: Readonly<Record<Place['kind'], readonly [least: number, most: number]>>
  /** Rank of the first carrier among all those invented, from 1; partners come 500 further. */
  readonly rank: number
}
