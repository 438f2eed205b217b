/** Rows as a text that a hidden field carries from a page to the next: tabulations, nothing quoted. */
export const textOfRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').trim()).join('\t')).join('\n')

/** The rows that such a text holds. */
export const carriedRows = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r/g, '')
    .split('\n')
    .map((line) => line.split('\t'))
