import type { Actor } from '../../platform/command/actor.ts'

const ACCOMPANYING_ROLES: readonly string[] = ['counsellor', 'director', 'prescriber', 'ft_adviser', 'referent']

/** Who notes what they do with the people of their teams; a referent reads what the other referents did too, as row security decides. */
export const mayAccompany = ({ hat }: Actor): boolean => hat !== null && ACCOMPANYING_ROLES.includes(hat.role)
