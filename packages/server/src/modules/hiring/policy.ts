import type { Actor } from '../../platform/command/actor.ts'
import type { Hire } from './model.ts'

const HIRING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator']

/** Who declares, moves and cancels the hires of a carrier: those who answer its applications. */
export const mayHire = ({ hat }: Actor, { organisationId }: Pick<Hire, 'organisationId'>): boolean =>
  hat !== null && hat.organisationId === organisationId && hat.functions.includes('operator') && HIRING_ROLES.includes(hat.role)

/** Who reads the list of hires of a carrier: those who may open each of them. */
export const maySeeHires = ({ hat }: Actor): boolean => hat?.functions.includes('operator') === true && HIRING_ROLES.includes(hat.role)

/** Who is told of the right of a person: everybody who meets people, but the technical supervisor, who has no use for it. */
export const maySeeRight = ({ hat }: Actor): boolean => hat !== null && hat.role !== 'technical_supervisor'
