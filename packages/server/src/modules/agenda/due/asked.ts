import type { CalendarDate } from '@maillage/kernel'
import type { RawBuilder } from 'kysely'

/** What a source of what falls due is asked. */
export interface Asked {
  readonly today: CalendarDate
  /** The last day shown, included. */
  readonly until: CalendarDate
  readonly accountId: string
  readonly organisationId: string
  readonly units: readonly string[]
  /** The reader works in a structure: whoever left it is not theirs to remind any more. */
  readonly employs: boolean
  readonly silenceWeeks: number
  /** Months of unbroken suspension after which a pathway may be ended; null: no text. */
  readonly closableAfter: number | null
}

/** One kind of what falls due: a select of `kind, person_id, subject_id, due_on, facts` that row security keeps to the reader. */
export type DueSource = (asked: Asked) => RawBuilder<unknown>
