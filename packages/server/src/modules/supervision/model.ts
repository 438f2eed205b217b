import type { CalendarDate } from '@maillage/kernel'

/** What is said of somebody on a day; never why. */
export const ATTENDANCE_STATES = ['present', 'late', 'absent'] as const
export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

/** For which half of the day somebody was absent; the whole of it when nothing is said. */
export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]

/** The longest time somebody may be late, in minutes: ten hours. */
export const LATEST = 600
/** The longest reason of a correction. */
export const REASON_LIMIT = 500

/** What is said; `withdrawn` when it was noted by mistake. */
export interface Said {
  readonly state: AttendanceState | 'withdrawn'
  readonly lateMinutes: number | null
  readonly half: Half | null
}

/** Whether somebody was at work on a day, as it is known now. */
export interface Attendance extends Said {
  readonly id: string
  readonly stayId: string
  readonly personId: string
  readonly organisationId: string
  /** Null: in a structure that names no place of work. */
  readonly worksiteId: string | null
  readonly day: CalendarDate
  readonly version: number
  /** The legal day on which this was noted. */
  readonly notedOn: CalendarDate
  /** Why it was corrected after its day; null when it never was. */
  readonly reason: string | null
}

/** A place where people of a structure work: a worksite, or the structure itself when it names none. */
export interface Place {
  readonly siaeId: string
  readonly worksiteId: string | null
}

/** What an address calls a place. */
export const placeKey = ({ siaeId, worksiteId }: Place): string => worksiteId ?? siaeId

/** Whether two notes say the same. */
export const saysTheSame = (a: Said, b: Said): boolean => a.state === b.state && a.lateMinutes === b.lateMinutes && a.half === b.half
