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

/** Who supervises knows their own team, and no other. */
export const readsOwnTeamOnly = ({ hat }: Actor): boolean => hat?.role === 'technical_supervisor'

/** Whether what is noted may still be put right without saying why: on the day it was noted, and never over a correction. */
export const isStillOpen = ({ notedOn, reason }: Pick<Attendance, 'notedOn' | 'reason'>, today: CalendarDate): boolean =>
  notedOn === today && reason === null
