import type { Actor } from '../../platform/command/actor.ts'

const RECORDING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator', 'payroll_officer']

/** Whose role meets the exits of a structure: those who hire, accompany or pay. */
export const mayReadExits = ({ hat }: Actor): boolean =>
  hat !== null && RECORDING_ROLES.includes(hat.role) && hat.functions.includes('operator')

/** Who records, corrects and cancels the exits of a carrier. */
export const mayRecordExit = (actor: Actor, { organisationId }: { readonly organisationId: string }): boolean =>
  mayReadExits(actor) && actor.hat?.organisationId === organisationId

/** Who writes the rates agreed with a funder: who signs for the structure. */
export const mayAgreeRates = (actor: Actor, { organisationId }: { readonly organisationId: string }): boolean =>
  mayRecordExit(actor, { organisationId }) && actor.hat?.role === 'director'

const FOLLOWING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator']

/** Whose role asks what became of those who left. */
export const mayReadFollowUps = (actor: Actor): boolean => mayReadExits(actor) && FOLLOWING_ROLES.includes(actor.hat?.role ?? '')

/** Who asks what became of somebody who left a structure of this carrier. */
export const mayFollowAfterExit = (actor: Actor, of: { readonly organisationId: string }): boolean =>
  mayReadFollowUps(actor) && mayRecordExit(actor, of)
