import type { Actor } from '../../platform/command/actor.ts'

/** The roles that import hours, and read what was imported. */
export const HOURS_ROLES: readonly string[] = [
  'counsellor',
  'director',
  'assignment_coordinator',
  'payroll_officer',
  'technical_supervisor',
]
export const CONTRACTS_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator', 'payroll_officer']
export const PEOPLE_ROLES: readonly string[] = ['counsellor', 'director', 'assignment_coordinator']

/** Somebody of a carrier: a prescriber has no payroll. */
const works = ({ hat }: Actor, roles: readonly string[]): boolean =>
  hat?.functions.includes('operator') === true && roles.includes(hat.role)

/** Who brings in hours: those who type them; the sheet of the month judges each line again. */
export const mayImportHours = (actor: Actor): boolean => works(actor, HOURS_ROLES)

/** Who brings in contracts: those who record them. */
export const mayImportContracts = (actor: Actor): boolean => works(actor, CONTRACTS_ROLES)

/** Who brings in people: those who open files. */
export const mayImportPeople = (actor: Actor): boolean => works(actor, PEOPLE_ROLES)

const BY_KIND = { people: mayImportPeople, contracts: mayImportContracts, hours: mayImportHours } as const

/** Who brings in, and takes back, files of a kind. */
export const mayImport = (actor: Actor, kind: keyof typeof BY_KIND): boolean => BY_KIND[kind](actor)

/** Who imports anything: the list of files is for them; the database shows those of their teams. */
export const mayImportAny = (actor: Actor): boolean => Object.values(BY_KIND).some((may) => may(actor))
