import type { Actor } from '../../platform/command/actor.ts'

const EMPLOYING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator', 'payroll_officer']

/** Who writes contracts: those who hire, accompany or pay in the carrier that employs. */
export const mayEmploy = ({ hat }: Actor, { organisationId }: { readonly organisationId: string }): boolean =>
  hat !== null && hat.organisationId === organisationId && EMPLOYING_ROLES.includes(hat.role)

const TYPING_ROLES: readonly string[] = [...EMPLOYING_ROLES, 'technical_supervisor']
const VALIDATING_ROLES: readonly string[] = ['director', 'payroll_officer']
const READING_TOTALS: readonly string[] = ['authority_officer', 'funder_officer']

interface OfOrganisation {
  readonly organisationId: string
}

/** Who types the hours of a month: those who employ, and who supervises the work. */
export const mayTypeHours = ({ hat }: Actor, { organisationId }: OfOrganisation): boolean =>
  hat !== null && hat.organisationId === organisationId && TYPING_ROLES.includes(hat.role)

/** Who supervises the work knows the hours of their own team, and of no other. */
export const readsOwnTeamOnly = ({ hat }: Actor): boolean => hat?.role === 'technical_supervisor'

/** Whether the hours of somebody followed by this team are for the actor to type. */
export const mayTypeHoursOf = (actor: Actor, stay: OfOrganisation & { readonly unitId: string }): boolean =>
  mayTypeHours(actor, stay) && (!readsOwnTeamOnly(actor) || (actor.hat?.units ?? []).includes(stay.unitId))

/** Who answers for a month before the funders: validates, sends, takes back, opens again. */
export const mayValidateMonths = ({ hat }: Actor, { organisationId }: OfOrganisation): boolean =>
  hat !== null && hat.organisationId === organisationId && VALIDATING_ROLES.includes(hat.role)

const FOLLOWING_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator']

/** Who is shown the way to the monthly follow-up grid, a page of a higher slice: it says the difficulties of people. */
export const isShownGrids = ({ hat }: Actor, { organisationId }: OfOrganisation): boolean =>
  hat !== null && hat.organisationId === organisationId && FOLLOWING_ROLES.includes(hat.role)

/** Who opens the months at all: the structures for their own, the State and the funders for totals. */
export const mayReadMonths = ({ hat }: Actor): boolean => hat !== null && [...TYPING_ROLES, ...READING_TOTALS].includes(hat.role)

/** Who reads totals from outside, once they are validated: row security says of which structures. */
export const readsTotalsFromOutside = ({ hat }: Actor): boolean => hat !== null && READING_TOTALS.includes(hat.role)

/** Whose role meets the contracts of a structure. */
export const mayReadContracts = ({ hat }: Actor): boolean =>
  hat !== null && EMPLOYING_ROLES.includes(hat.role) && hat.functions.includes('operator')

const STAFFING_ROLES: readonly string[] = ['director', 'payroll_officer']

/** Who says which permanent posts a structure has; those who employ read them. */
export const mayKeepStaff = ({ hat }: Actor, { organisationId }: OfOrganisation): boolean =>
  hat !== null && hat.organisationId === organisationId && STAFFING_ROLES.includes(hat.role)

/** Whose work needs the number of somebody in the national register: who pays and declares wages, nobody else (décret 2019-341). */
export const mayKeepNirs = ({ hat }: Actor): boolean => hat !== null && hat.role === 'payroll_officer' && hat.functions.includes('operator')
