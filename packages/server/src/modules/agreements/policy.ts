import type { Actor } from '../../platform/command/actor.ts'

/** The départements where the actor's organisation is the authority, or funds, on that day. */
export interface Reach {
  readonly authorityOn: readonly string[]
  readonly fundsOn: readonly string[]
}

interface OfSiae {
  readonly organisationId: string
  readonly territoryId: string
}

const READS_AS_AUTHORITY: readonly string[] = ['authority_officer', 'observatory_officer']
const READS_OWN: readonly string[] = ['director', 'payroll_officer']

/** Who writes agreements and annexes: an officer of the State, for the structures of the territory. A structure never types what the State signed. */
export const mayRecord = ({ hat }: Actor, { authorityOn }: Reach, siae: Pick<OfSiae, 'territoryId'>): boolean =>
  hat?.role === 'authority_officer' && authorityOn.includes(siae.territoryId)

/** Who opens the list of the territory: the State that signs, the Département that funds with it, their observatories. */
export const mayReadTerritory = ({ hat }: Actor): boolean =>
  hat !== null &&
  ((hat.functions.includes('authority') && READS_AS_AUTHORITY.includes(hat.role)) ||
    (hat.functions.includes('funder') && hat.role === 'funder_officer'))

/** Who writes at all: the link is shown to them. */
export const recordsAgreements = ({ hat }: Actor): boolean => hat?.role === 'authority_officer' && hat.functions.includes('authority')

/** Who reads what the State agreed with their own structure: those who answer for its money (FIELD §2, §5). */
export const mayReadOwn = ({ hat }: Actor): boolean => hat?.functions.includes('operator') === true && READS_OWN.includes(hat.role)

/** Who reads the agreement of one structure. */
export const mayReadAgreement = (actor: Actor, { authorityOn, fundsOn }: Reach, siae: OfSiae): boolean => {
  const { hat } = actor
  if (hat === null) return false
  // A Département may fund a structure and carry another.
  if (hat.organisationId === siae.organisationId && mayReadOwn(actor)) return true
  if (READS_AS_AUTHORITY.includes(hat.role) && authorityOn.includes(siae.territoryId)) return true
  return hat.role === 'funder_officer' && fundsOn.includes(siae.territoryId)
}
