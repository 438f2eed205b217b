import type { CalendarDate } from '@maillage/kernel'
import type { ActKind } from './model.ts'

/** The longest working note: a page. */
export const NOTE_LIMIT = 4000

/** What somebody notes for themselves about a person they accompany. */
export interface WorkingNote {
  readonly id: string
  readonly personId: string
  readonly text: string
  /** When it was last written. */
  readonly writtenAt: Temporal.Instant
  /** Who wrote it, when it was handed over to its reader; null for one's own words. */
  readonly writtenBy: string | null
  /** The last day on which it is read. */
  readonly keptUntil: CalendarDate
  readonly version: number
  /** It tells about somebody else: left out of the copy that the person asks for. */
  readonly keptBack: boolean
  /** The act it is about, when there is one that its reader still reads. */
  readonly act: { readonly id: string; readonly kind: ActKind; readonly happenedOn: CalendarDate } | null
}

/** The table and the row: what was sealed for one note does not open on another. */
export const notePurpose = (id: string): string => `working_note ${id}`
