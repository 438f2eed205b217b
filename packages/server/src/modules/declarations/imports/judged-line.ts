import type { FileTable } from '../layouts/file-table.ts'
import type { CellFault } from '../layouts/read-lines.ts'

/** What becomes of a line: recorded as new, changes what is recorded, says what is recorded already, or waits to be corrected. */
export type LineState = 'new' | 'changed' | 'known' | 'refused'

/** What a line says otherwise than what is recorded, taken or left as a whole: the hours of a month, the end of a contract. */
export interface Difference {
  /** What an acceptance names: the line, what it changes, the version that was compared. Null: it is said here and settled elsewhere. */
  readonly key: string | null
  readonly parts: readonly { readonly what: string; readonly recorded: string; readonly told: string; readonly gap?: string }[]
  /** What accepting records besides, or where it is settled. */
  readonly how?: string
  /** The page where it is settled. */
  readonly href?: string
}

/** A line of a file as the review shows it: whom it is about, what will be recorded, or every reason why not. */
export interface JudgedLine {
  readonly rank: number
  readonly typed: Readonly<Record<string, string>>
  readonly who: string
  /** What the line records, in words. */
  readonly told: string
  readonly state: LineState
  readonly faults: readonly CellFault[]
  /** What to know of a line that is recorded all the same. */
  readonly notes: readonly string[]
  /** The people between whom the name does not choose. */
  readonly candidates?: readonly { readonly value: string; readonly label: string }[]
  /** Accepted one by one, on the screens that ask. */
  readonly differences?: readonly Difference[]
}

/** What acceptances may name in these lines. */
export const keysOf = (lines: readonly JudgedLine[]): readonly string[] =>
  lines.flatMap(({ differences = [] }) => differences.flatMap(({ key }) => key ?? []))

/** The column of the review that says which of several people a line is about; no file has it. */
export const CHOSEN_PERSON = 'person'
/** The column by which somebody leaves a line aside. */
export const LEFT_ASIDE = 'aside'

/** The lines that somebody did not leave aside on screen: the others are not even looked at. */
export function keptTable(table: FileTable): { readonly kept: FileTable; readonly aside: number } {
  const at = table.columns.indexOf(LEFT_ASIDE)
  const rows = at < 0 ? table.rows : table.rows.filter(({ cells }) => !cells[at])
  return { kept: { ...table, rows }, aside: table.rows.length - rows.length }
}
