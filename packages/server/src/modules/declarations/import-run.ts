import type { CalendarDate } from '@maillage/kernel'
import type { CellValue, MergedCells } from '../../platform/uploads/tables.ts'

export const IMPORT_KINDS = ['grid-g1', 'people', 'contracts', 'hours'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** `read`: shown, nothing recorded yet. `undone`: recorded, then taken back. */
export type RunState = 'read' | 'recorded' | 'abandoned' | 'expired' | 'undone'

/** `set-aside`: somebody decided to leave it. `not-a-fact`: a title, a blank line, a total. */
export type LineState = 'understood' | 'refused' | 'set-aside' | 'not-a-fact'

/** Why a line, or a part of it, is not recorded; `blocking` keeps the whole import from being recorded. */
export interface LineReason {
  readonly code: string
  /** Name of the cell that says it, `C7`; absent when no cell does. */
  readonly cell?: string | undefined
  readonly details?: Readonly<Record<string, string>> | undefined
  readonly blocking: boolean
}

/** A sheet of the file: where its grid stands, or why it has none. */
export interface SheetLayout {
  readonly name: string
  readonly merges: readonly MergedCells[]
  readonly grid: GridLayout | null
  /** Why its lines are left: no grid there, or the grid of another month. */
  readonly left?: 'no-grid' | 'other-month' | undefined
}

/** Where the columns of a grid are. */
export interface GridLayout {
  /** Line of the lowest header, from 0. */
  readonly header: number
  /** Key of a column → its place, from 0. */
  readonly columns: Readonly<Record<string, number>>
}

/** A run and what its list shows. */
export interface ImportRun {
  readonly id: string
  readonly organisationId: string
  readonly unitId: string
  readonly siaeId: string | null
  readonly kind: ImportKind
  readonly month: CalendarDate | null
  readonly state: RunState
  readonly fileName: string
  readonly fileKind: 'xlsx' | 'ods' | 'csv'
  readonly fingerprint: string
  readonly layout: RunLayout | null
  readonly contentUntil: CalendarDate
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly version: number
}

/** What the reading of a grid needs besides its cells. */
export interface RunLayout {
  readonly sheets: readonly SheetLayout[]
  /** Whether the hours of the contract are told by the week or by the month. */
  readonly contractHours: 'week' | 'month'
}

export interface ImportLine<Reading = unknown> {
  readonly id: string
  readonly sheet: number
  readonly line: number
  readonly state: LineState
  readonly cells: readonly CellValue[] | null
  readonly corrections: Readonly<Record<string, string>> | null
  readonly reading: Reading | null
  readonly reasons: readonly LineReason[]
  readonly personId: string | null
  readonly recorded: RecordedFacts | null
}

/** What was recorded of a line, with the versions then: nothing was built on it while they stand. */
export interface RecordedFacts {
  readonly contract?: { readonly contractId: string; readonly version: number } | undefined
  readonly exit?: { readonly stayId: string; readonly version: number } | undefined
  readonly hours?: { readonly stayId: string; readonly hoursId: string; readonly version: number } | undefined
}

/** How long the cells of a file are kept: a file nobody confirmed, and one whose columns are given back with the grid. */
export const DAYS_TO_CONFIRM = 14
export const MONTHS_OF_CONTENT = 12
