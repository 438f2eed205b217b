import type { Actor } from '../../platform/command/actor.ts'

const READERS = [
  'counsellor',
  'technical_supervisor',
  'payroll_officer',
  'director',
  'assignment_coordinator',
  'prescriber',
  'ft_adviser',
  'referent',
]
const WITHOUT_CONTACT = ['technical_supervisor', 'payroll_officer']
const KEEPERS = READERS.filter((role) => !WITHOUT_CONTACT.includes(role))

const wears = (actor: Actor, roles: readonly string[]): boolean => actor.hat !== null && roles.includes(actor.hat.role)

/** Whose role meets people: those of their teams, as row security decides. */
export const mayReadPeople = (actor: Actor): boolean => wears(actor, READERS)

/** Who is shown where somebody lives and how to reach them; neither the technical supervisor nor the payroll officer. */
export const mayReadContact = (actor: Actor): boolean => wears(actor, KEEPERS)

/** Who keeps files: opens one, corrects an identity, answers a request, names a referent. */
export const mayKeepFiles = (actor: Actor): boolean => wears(actor, KEEPERS)

/** Who entrusts the people of a referent to a colleague: for a time, that referent or the direction; for good, the direction. */
export const mayHandOver = (actor: Actor): boolean => mayKeepFiles(actor)
export const mayHandOverFor = (actor: Actor, from: { readonly accountId: string }, how: 'absence' | 'departure'): boolean =>
  actor.hat?.role === 'director' || (how === 'absence' && mayKeepFiles(actor) && from.accountId === actor.accountId)
/** Who may read, for a day and with a reason, what the referents of their teams do: a director. */
export const mayReadWithReason = (actor: Actor): boolean => wears(actor, ['director'])

/** Who brings two files of one person together: the second person, an administrator of the platform. */
export const mayDecideMerges = (actor: Actor): boolean => actor.administrator
