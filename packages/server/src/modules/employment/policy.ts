import type { Actor } from '../../platform/command/actor.ts'

const EMPLOYING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator', 'payroll_officer']

/** Who writes contracts: those who hire, accompany or pay in the carrier that employs. */
export const mayEmploy = ({ hat }: Actor, { organisationId }: { readonly organisationId: string }): boolean =>
  hat !== null && hat.organisationId === organisationId && EMPLOYING_ROLES.includes(hat.role)
