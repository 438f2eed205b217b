import type { Actor } from '../../platform/command/actor.ts'

const PLACING_ROLES: readonly string[] = ['director', 'assignment_coordinator']
const READING_ROLES: readonly string[] = [...PLACING_ROLES, 'counsellor', 'payroll_officer']

const STATING_ROLES: readonly string[] = [...PLACING_ROLES, 'payroll_officer']

const wears = ({ hat }: Actor, roles: readonly string[]): boolean =>
  hat !== null && roles.includes(hat.role) && hat.functions.includes('operator')

/** Who finds work for people: keeps the clients, writes their requests, sends somebody. */
export const mayPlace = (actor: Actor): boolean => wears(actor, PLACING_ROLES)

/** Who meets clients, requests and missions at work: those who place, who accompany and who pay. */
export const mayReadPlacements = (actor: Actor): boolean => wears(actor, READING_ROLES)

/** Whose daily work this is: its entries stand in their menu; the others come by a link. */
export const coordinates = ({ hat }: Actor): boolean => hat !== null && hat.role === 'assignment_coordinator'

/** Who types the hours of a mission from what the client signed, and says that they are right. */
export const mayState = (actor: Actor): boolean => wears(actor, STATING_ROLES)

/** Who says when somebody can work: whoever meets them. */
export const mayTellAvailability = (actor: Actor): boolean => wears(actor, READING_ROLES)
