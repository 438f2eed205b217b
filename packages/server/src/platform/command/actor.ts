/** What an organisation does in a territory (S0-01), as row security and policies read it. */
export type OrganisationFunction = 'operator' | 'prescriber' | 'funder' | 'authority' | 'referent' | 'network' | 'facilitator'

/** One account in one organisation with one role: what a member may do depends on the hat worn. */
export interface Hat {
  readonly membershipId: string
  readonly role: string
  readonly organisationId: string
  readonly organisationName: string
  readonly timeZone: string
  /** Name of the absent member whose hat this is; null or absent for one’s own. */
  readonly standsInFor?: string | null
  readonly units: readonly string[]
  readonly functions: readonly OrganisationFunction[]
  readonly territories: readonly string[]
  /** Where each function is held: an authority of the Aude that prescribes at La Réunion is no authority there. */
  readonly territoriesBy: Readonly<Partial<Record<OrganisationFunction, readonly string[]>>>
}

/** A person in their own space: they read what is about them, and decide what is theirs to decide. */
export interface Subject {
  readonly personId: string
  /** The paper by which they came in. */
  readonly keyId: string
  /** Of the organisation that gave the paper: their legal day. */
  readonly timeZone: string
  readonly closesAt: Temporal.Instant
  /** Whether they chose the secret that lets them come back. */
  readonly hasSecret: boolean
}

/** Who acts. Without a hat (no membership today) an account may only read what is public and leave. */
export interface Actor {
  /** Of a person in their own space, who has no account: their own id. */
  readonly accountId: string
  /** Hash of the token this browser holds. */
  readonly sessionHash: string
  readonly name: string
  readonly administrator: boolean
  readonly hat: Hat | null
  readonly hats: readonly Hat[]
  /** Who this is about, when it is the person themselves. Never with a hat. */
  readonly subject?: Subject | undefined
}
