import { invariant } from '@maillage/kernel'

/** One word of the sector, as docs/glossary.md gives it. Texts are plain French, without markup. */
export interface GlossaryEntry {
  readonly theme: string
  readonly term: string
  readonly acronym: string | null
  readonly definition: string
  /** Its name in the code. */
  readonly identifier: string | null
  readonly source: string
  /** The slice where it lives. */
  readonly folder: string
  readonly notToConfuseWith: string | null
}

export const GLOSSARY_COLUMNS = ['Terme', 'Sigle', 'Définition', 'Identifiant', 'Source', 'Dossier', 'Ne pas confondre avec'] as const

const cellsOf = (row: string): string[] =>
  row
    .slice(1, row.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim())

const isRule = (cells: readonly string[]) => cells.every((cell) => /^:?-+:?$/.test(cell))
const isHead = (cells: readonly string[]) => cells.join('|') === GLOSSARY_COLUMNS.join('|')

const orNull = (cell: string | undefined): string | null => (cell === '—' ? null : (cell ?? null))
const unquoted = (cell: string | undefined): string | null => orNull(cell)?.replace(/^`(.+)`$/, '$1') ?? null

/**
 * Reads the glossary: themes are titles of level two, entries the rows of their tables. A row that is not complete is a fault of the file.
 * @example parseGlossary(readFileSync('docs/glossary.md', 'utf8')).filter((entry) => entry.acronym === 'CIP')
 */
export function parseGlossary(markdown: string): GlossaryEntry[] {
  const entries: GlossaryEntry[] = []
  let theme: string | undefined
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (line.startsWith('## ')) theme = line.slice(3).trim()
    if (!line.startsWith('|')) continue
    const cells = cellsOf(line)
    if (isRule(cells) || isHead(cells)) continue
    const where = `line ${index + 1} of the glossary`
    invariant(theme !== undefined, `${where} stands under a theme`)
    invariant(cells.length === GLOSSARY_COLUMNS.length, `${where} has ${GLOSSARY_COLUMNS.length} cells`)
    invariant(
      cells.every((cell) => cell !== ''),
      `${where} has no empty cell`,
    )
    const [term = '', acronym, definition = '', identifier, source = '', folder, notToConfuseWith] = cells
    entries.push({
      theme,
      term,
      acronym: orNull(acronym),
      definition,
      identifier: unquoted(identifier),
      source,
      folder: unquoted(folder) ?? '',
      notToConfuseWith: orNull(notToConfuseWith),
    })
  }
  return entries
}
