import type { CalendarDate } from '@maillage/kernel'
import type { Actor } from '../../platform/command/actor.ts'
import type { Attendance } from './model.ts'

const NOTING_ROLES: readonly string[] = ['technical_supervisor', 'counsellor', 'director', 'assignment_coordinator', 'payroll_officer']
const CORRECTING_ROLES: readonly string[] = ['director', 'payroll_officer']

const operates = ({ hat }: Actor, roles: readonly string[]): boolean =>
  hat?.functions.includes('operator') === true && roles.includes(hat.role)

/** Who notes and reads the attendance of a team: whoever supervises it, and those who type the hours of the month. */
export const mayNoteAttendance = (actor: Actor): boolean => operates(actor, NOTING_ROLES)

/** Who corrects it after the day: those who answer for pay. */
export const mayCorrectAttendance = (actor: Actor): boolean => operates(actor, CORRECTING_ROLES)

const CONSTRAINING_ROLES: readonly string[] = ['counsellor', 'director']
const SEEING_ROLES: readonly string[] = ['technical_supervisor', 'counsellor', 'director']
const READING_SKILLS: readonly string[] = [...SEEING_ROLES, 'assignment_coordinator']

/** Who writes under which conditions somebody can work: who hears them. Those who organise the work read it. */
export const mayKeepConstraints = (actor: Actor): boolean => operates(actor, CONSTRAINING_ROLES)

/** Who notes a skill seen at work. */
export const maySeeSkills = (actor: Actor): boolean => operates(actor, SEEING_ROLES)

/** Who reads what was seen. */
export const mayReadSkills = (actor: Actor): boolean => operates(actor, READING_SKILLS)

/** Who signs a certificate of skills for the structure. */
export const mayCertifySkills = (actor: Actor): boolean => operates(actor, CONSTRAINING_ROLES)

const TELLING_ROLES: readonly string[] = ['technical_supervisor', 'assignment_coordinator']

/** Who leaves a word about somebody for their counsellor: who organises their work, of their own team. */
export const mayTellCounsellor = (actor: Actor): boolean => operates(actor, TELLING_ROLES)

/** Who reads such words and answers them; row security says of whom: those they follow. */
export const mayAnswerMessages = (actor: Actor): boolean => operates(actor, ['counsellor', 'director'])

interface OfOrganisation {
  readonly organisationId: string
}

/** Who reads the list of skills of a structure: its own members, where skills are seen. */
export const mayReadSkillList = (actor: Actor, { organisationId }: OfOrganisation): boolean =>
  mayReadSkills(actor) && actor.hat?.organisationId === organisationId

/** Who keeps that list. */
export const mayKeepSkills = (actor: Actor, { organisationId }: OfOrganisation): boolean =>
  mayCertifySkills(actor) && actor.hat?.organisationId === organisationId

/** Who supervises knows their own team, and no other. */
export const readsOwnTeamOnly = ({ hat }: Actor): boolean => hat?.role === 'technical_supervisor'

/** Whether what is noted may still be put right without saying why: on the day it was noted, and never over a correction. */
export const isStillOpen = ({ notedOn, reason }: Pick<Attendance, 'notedOn' | 'reason'>, today: CalendarDate): boolean =>
  notedOn === today && reason === null
