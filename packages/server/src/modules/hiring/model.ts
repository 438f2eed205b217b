import type { CalendarDate } from '@maillage/kernel'
import type { IssueGrant } from '@maillage/rules/pass-iae'

/** What a hire did to the right of the person. */
export type PassAct = IssueGrant['act']

/** The act that joins an application, an eligibility, a right, a stay and its contract. */
export interface Hire {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly siaeId: string
  readonly applicationId: string | null
  readonly diagnosisId: string | null
  readonly passId: string | null
  readonly stayId: string
  readonly contractId: string
  /** Null: a hire that had taken place, recorded as a fact; it asked for no right. */
  readonly passAct: PassAct | null
  readonly hiredOn: CalendarDate
  readonly state: 'declared' | 'cancelled'
  readonly version: number
}

interface Held {
  readonly first: CalendarDate
  readonly last: CalendarDate
}

/** Of the rights of a person, the one that a fact is looked at beside: the one that covers its day, or else the nearest. */
export function rightBeside<R extends Held>(rights: readonly R[], on: CalendarDate): R | undefined {
  const away = ({ first, last }: Held) => (on < first ? first - on : on > last ? on - last : 0)
  return rights.toSorted((a, b) => away(a) - away(b))[0]
}

/** Whether moving a hire moves the right too: it is alone to rest on it, or the right would begin after the work does. */
export const movesTheRight = (right: Held, to: CalendarDate, servesAnother: boolean): boolean => !servesAnother || to < right.first
