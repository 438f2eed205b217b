import type { Actor } from '../../platform/command/actor.ts'

const SETTLING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator', 'payroll_officer', 'authority_officer']

/** Who reads what the law says otherwise in the facts of their organisation: those who can settle it. */
export const mayReadAnomalies = ({ hat }: Actor): boolean => hat !== null && SETTLING_ROLES.includes(hat.role)
