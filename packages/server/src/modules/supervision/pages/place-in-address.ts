import { addDays, type CalendarDate, isoDate, type Month, monthOf, parseDate, parseMonth, weekday } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type Place, placeKey } from '../model.ts'
import { type OpenPlace, placesOfDay } from '../queries/places-of-day.ts'

export const DAY_HREF = '/equipe-du-jour'
export const MONTH_HREF = '/presences'

/** How far back a day may be asked: what came before is read in the table of its month. */
const OLDEST = 366

/** `/equipe-du-jour?site=…&jour=2026-11-20` */
export const dayHref = (place: Place, on: CalendarDate): string => `${DAY_HREF}?site=${placeKey(place)}&jour=${isoDate(on)}`

/** The line of somebody on that page. */
export const lineId = (stayId: string): string => `personne-${stayId}`

/** What a place is called. */
export const placeName = ({ siaeName, worksiteName }: Pick<OpenPlace, 'siaeName' | 'worksiteName'>): string =>
  worksiteName === null ? siaeName : `${worksiteName} (${siaeName})`

/** The day that an address asks, today when it asks none: never one to come, unless so many days ahead are wanted. */
export function dayAsked(request: Pick<PageRequest<unknown>, 'query'>, today: CalendarDate, ahead = 0): CalendarDate {
  const asked = parseDate(text(request.query, 'jour'))
  return asked !== undefined && asked <= addDays(today, ahead) && asked >= addDays(today, -OLDEST) ? asked : today
}

/** The month that an address asks, this one when it asks none. */
export function monthAsked(request: Pick<PageRequest<unknown>, 'query'>, today: CalendarDate): Month {
  const asked = parseMonth(text(request.query, 'mois'))
  return asked !== undefined && asked <= monthOf(today) ? asked : monthOf(today)
}

/** The Monday of the week of a day. */
export const mondayOf = (on: CalendarDate): CalendarDate => addDays(on, 1 - weekday(on))

/** The places of a day, and the one that the address asks: the first when it names none. Undefined for an id that is none of them. */
export async function placeAsked(
  ctx: ReadCtx & { readonly actor: Member },
  request: Pick<PageRequest<unknown>, 'query'>,
  on: CalendarDate,
): Promise<{ readonly places: readonly OpenPlace[]; readonly place: OpenPlace | undefined }> {
  const places = await placesOfDay(ctx, on)
  const asked = text(request.query, 'site')
  return { places, place: asked === '' ? places[0] : places.find((each) => placeKey(each) === asked) }
}
