import type { CalendarDate } from '@maillage/kernel'
import type { Mission } from './model.ts'

/** The longest theme: it begins the purpose of each act. */
export const THEME_LIMIT = 100
/** The longest text of a workshop: with its theme and what joins them, it still fits in an act. */
export const WORKSHOP_TEXT_LIMIT = 300
/** As many as one room holds. */
export const MOST_PRESENT = 40

/** What was done in a group, told once. */
export interface Workshop {
  readonly id: string
  readonly organisationId: string
  readonly theme: string
  readonly mission: Mission
  readonly happenedOn: CalendarDate
  readonly minutes: number | null
  /** Null: nothing more than the theme was said, or it was erased with the last person who was there. */
  readonly purpose: string | null
  readonly nextStep: string | null
  readonly nextOn: CalendarDate | null
  readonly recordedBy: string
  /** The name under which its author works; null when they are not a member any more. */
  readonly author: string | null
}

/** What the act of each person says of the workshop: nothing of the others. @example purposeOf({ theme: 'CV', purpose: null }) // 'CV' */
export const purposeOf = ({ theme, purpose }: Pick<Workshop, 'theme' | 'purpose'>): string =>
  purpose === null ? theme : `${theme} – ${purpose}`
