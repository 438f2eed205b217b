import type { CalendarDate, CentiHours, Month, SiaeKind } from '@maillage/kernel'
import type { AnnexMeasure } from '@maillage/rules/agreements'
import type { SheetState } from '@maillage/rules/employment'

/** Which money pays the hours: that of an annex. */
export type HoursMeasure = AnnexMeasure
export const HOURS_MEASURES = ['common', 'prison', 'bridge'] as const satisfies readonly HoursMeasure[]

/** The month of a structure. */
export interface MonthSheet {
  readonly id: string
  readonly organisationId: string
  readonly siaeId: string
  readonly territoryId: string
  readonly month: Month
  readonly state: SheetState
  readonly validations: number
  readonly version: number
}

/** Hours of a stay in a month, at one place of work; null: not known, which is not zero. */
export interface HoursFigures {
  readonly paid: CentiHours | null
  readonly worked: CentiHours | null
  readonly accompaniment: CentiHours | null
  readonly clause: CentiHours | null
}
export const FIGURES = ['paid', 'worked', 'accompaniment', 'clause'] as const satisfies readonly (keyof HoursFigures)[]

/** Hours as they are known now. */
export interface HoursRow extends HoursFigures {
  readonly id: string
  readonly stayId: string
  readonly worksiteId: string | null
  readonly measure: HoursMeasure
  readonly version: number
  readonly cancelled: boolean
}

export const sameFigures = (a: HoursFigures, b: HoursFigures): boolean => FIGURES.every((each) => a[each] === b[each])

/** A structure, its carrier, and the département of its agreement, where its money comes from. */
export interface SheetSiae {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
  readonly organisationId: string
  readonly territoryId: string
}

/** A contract as the month reads it. */
export interface ContractDays {
  readonly type: string
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}
