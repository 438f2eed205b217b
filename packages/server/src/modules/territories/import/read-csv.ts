/** A line of a file, with the number that an editor shows. */
export interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads a CSV as publishers write it: `;`, `,` or tabulation found from the first line, quotes doubled inside quotes, BOM, any end of line.
 * @example readCsv('code;nom\n1;"Aude; nord"') // [{ line: 1, cells: ['code', 'nom'] }, { line: 2, cells: ['1', 'Aude; nord'] }]
 */
export function readCsv(written: string): readonly CsvLine[] {
  const text = written.replace(/^\uFEFF/, '')
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const separator = [';', '\t', ','].find((each) => head.includes(each)) ?? ';'
  const lines: CsvLine[] = []
  let [cells, cell, quoted, line, begun]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.some((each) => each !== '')) lines.push({ line: begun, cells })
    cells = []
    begun = line + 1
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    const ends = character === '\n' || (character === '\r' && text[at + 1] !== '\n')
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += text[++at]
    } else if (character === '"' && (quoted || cell === '')) {
      quoted = !quoted
    } else if (!quoted && character === separator) {
      endCell()
    } else if (!quoted && ends) {
      endLine()
    } else if (quoted || character !== '\r') {
      cell += character
    }
    if (ends) line++
  }
  endLine()
  return lines
}
