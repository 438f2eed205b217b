import { addDays, type CalendarDate, daysOf, type Month, monthOf } from '@maillage/kernel'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type AttendanceLine, attendanceMonth } from '../queries/attendance-month.ts'
import type { OpenPlace } from '../queries/places-of-day.ts'
import { monthAsked, placeAsked } from './place-in-address.ts'

/** The month of a place, as somebody of the structure reads it. */
export interface AttendanceScene {
  readonly places: readonly OpenPlace[]
  readonly place: OpenPlace
  readonly month: Month
  readonly today: CalendarDate
  readonly days: readonly CalendarDate[]
  readonly lines: readonly AttendanceLine[]
}

/** What the address asks; undefined when it names no place of the reader's, « nowhere » when there is none. Two statements. */
export async function attendanceScene(request: PageRequest<Member>): Promise<AttendanceScene | 'nowhere' | undefined> {
  return request.read(async (ctx) => {
    const month = monthAsked(request, ctx.today)
    const { first, last } = daysOf(month)
    const { places, place } = await placeAsked(ctx, request, month === monthOf(ctx.today) ? ctx.today : last)
    if (!place) return places.length === 0 ? 'nowhere' : undefined
    const days = Array.from({ length: last - first + 1 }, (_, rank) => addDays(first, rank))
    return { places, place, month, today: ctx.today, days, lines: await attendanceMonth(ctx, place, month) }
  })
}
