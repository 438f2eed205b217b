import type { Actor } from '../../platform/command/actor.ts'
import type { Application } from './model.ts'

const SENDING_ROLES: readonly string[] = ['prescriber', 'ft_adviser', 'referent', 'director']
const RECEIVING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator']

/** Who proposes people to structures: those who advise in an organisation that orients or follows people. */
export const mayOrient = ({ hat }: Actor): boolean =>
  hat !== null && SENDING_ROLES.includes(hat.role) && (hat.functions.includes('prescriber') || hat.functions.includes('referent'))

/** Who reads and answers the applications of a carrier: never the technical supervisor nor payroll (FIELD §2). */
export const mayReceive = ({ hat }: Actor): boolean =>
  hat !== null && RECEIVING_ROLES.includes(hat.role) && hat.functions.includes('operator')

/** Who answers this one: under the hat of its receiver. Its teams are the matter of row security. */
export const mayAnswer = (actor: Actor, { organisationId }: Pick<Application, 'organisationId'>): boolean =>
  mayReceive(actor) && actor.hat?.organisationId === organisationId
