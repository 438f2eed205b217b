/**
 * Cells of a text, line by line: quotes as spreadsheets write them, around a cell and doubled inside it.
 * @example cellsOf('"Aude; nord";12', ';') // [['Aude; nord', '12']]
 */
export function cellsOf(written: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const close = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < written.length; at++) {
    const char = written[at]
    if (quoted && char === '"' && written[at + 1] === '"') cell += written[at++]
    else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (!quoted && char === separator) close()
    else if (!quoted && char === '\n') {
      close()
      rows.push([])
    } else cell += char === '\r' ? '' : char
  }
  close()
  return rows
}
