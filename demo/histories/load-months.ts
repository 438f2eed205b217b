import { addDays, type CalendarDate, daysOf, isoDate } from '@maillage/kernel'
import { madeId } from '../cast/made-id.ts'
import { drawer } from './drawer.ts'
import type { Place } from './history.ts'
import type { Ledger } from './ledger.ts'
import type { RowSink } from './load-rows.ts'

export const MONTH_TABLES = ['month_sheet', 'month_sheet_act', 'month_total'] as const

/** Where things are signed, and by whom; what a structure's rows are recorded with. */
export interface Setting {
  readonly sink: RowSink
  readonly today: CalendarDate
  /** Département of the agreements. */
  readonly territoryId: string
  territoryOf(worksite: string | null, place: Place): string
  directorOf(place: Place): string
  /** Who signs for the State. */
  readonly officer: string
}

export const keysOf = (place: Place, territoryId: string) => ({
  organisation_id: madeId('organisation', place.carrier),
  siae_id: madeId('siae', place.name),
  territory_id: territoryId,
})

/** The sheets of the months that a structure declared: validated early in the next month, then sent, but the last of some. */
export function writeMonths(to: Setting, ledger: Ledger, place: Place): void {
  const { sink, today, territoryId } = to
  const draw = drawer(`${place.name}/months`)
  const by = to.directorOf(place)
  const keys = keysOf(place, territoryId)
  for (const [month, places] of ledger.monthsOf(place)) {
    const key = `${place.name}/${month}`
    const sheet_id = madeId('month_sheet', key)
    const first = isoDate(daysOf(month).first)
    const validatedOn = addDays(daysOf(month).last, draw.integer(2, 9))
    const sentOn = addDays(validatedOn, draw.integer(1, 5))
    const waits = month === place.declaredThrough && draw.chance(0.4)
    if (validatedOn > today) continue
    const sent = sentOn <= today && !waits
    const recorded = { recorded_at: `${isoDate(validatedOn)}T10:00:00Z`, recorded_by: by }
    sink.add('month_sheet', {
      id: sheet_id,
      ...keys,
      month: first,
      state: sent ? 'sent' : 'validated',
      validations: 1,
      version: sent ? 3 : 2,
      ...recorded,
    })
    for (const [transition, on] of [['validate', validatedOn] as const, ...(sent ? [['send', sentOn] as const] : [])])
      sink.add('month_sheet_act', {
        id: madeId('month_sheet_act', `${key}/${transition}`),
        sheet_id,
        organisation_id: keys.organisation_id,
        transition,
        by: 'structure',
        recorded_at: `${isoDate(on)}T10:00:00Z`,
        recorded_by: by,
      })
    for (const [worksite, worked] of places)
      sink.add('month_total', {
        id: madeId('month_total', `${key}/${worksite ?? ''}`),
        sheet_id,
        validation: 1,
        ...keys,
        worksite_id: worksite === null ? null : madeId('worksite', `${place.name}/${worksite}`),
        worksite_territory_id: to.territoryOf(worksite, place),
        month: first,
        measure: 'common',
        percent: 100,
        held_back: 0,
        ...worked,
        ...recorded,
      })
  }
}
