import { cellsOf } from '../../../platform/documents/cells-of.ts'

const SEPARATORS = ['\t', ';', ','] as const

/** The rows of a text pasted from a spreadsheet or of a CSV file: the separator is the one that makes most cells in its first lines. */
export function rowsOfText(written: string): readonly (readonly string[])[] {
  const bare = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const head = bare.split('\n').slice(0, 20).join('\n')
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }))
  const { separator } = counted.reduce((best, each) => (each.count > best.count ? each : best))
  return cellsOf(bare, separator)
}

/** Rows as a text that a hidden field carries from a page to the next: tabulations, nothing quoted. */
export const textOfRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').trim()).join('\t')).join('\n')

/** The rows that such a text holds. */
export const carriedRows = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r/g, '')
    .split('\n')
    .map((line) => line.split('\t'))
