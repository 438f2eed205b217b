import type { Actor } from '../../platform/command/actor.ts'

const SETTLING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator', 'payroll_officer', 'authority_officer']

/** Who reads what the law says otherwise in the facts of their organisation: those who can settle it. */
export const mayReadAnomalies = ({ hat }: Actor): boolean => hat !== null && SETTLING_ROLES.includes(hat.role)

const FOLLOWING_ROLES: readonly string[] = ['counsellor', 'director', 'prescriber', 'ft_adviser', 'referent']

/** Who opens what falls due for people: those who accompany them; row security says whom. */
export const mayReadMorning = ({ hat }: Actor): boolean => hat !== null && FOLLOWING_ROLES.includes(hat.role)
