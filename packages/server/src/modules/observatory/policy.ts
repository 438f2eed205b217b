import type { Actor } from '../../platform/command/actor.ts'

/** Who reads the observatory: whoever wears a hat. What each one reads of it, the figures themselves decide. */
export const mayObserve = (actor: Actor): boolean => actor.hat !== null

const STEERS_STRUCTURE: readonly string[] = [
  'director',
  'counsellor',
  'payroll_officer',
  'assignment_coordinator',
  'organisation_administrator',
]

/** Who reads the figures of one structure for itself: those who work at its results there, not its technical supervisors. */
export const mayReadOwnFigures = ({ hat }: Actor, { organisationId }: { readonly organisationId: string }): boolean =>
  hat !== null && hat.organisationId === organisationId && STEERS_STRUCTURE.includes(hat.role)
