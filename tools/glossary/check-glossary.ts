import type { GlossaryEntry } from '../../packages/server/src/platform/documents/glossary.ts'
import type { SourceFile } from '../architecture/source-file.ts'
import { namesInCode } from './names-in-code.ts'

/** Every slice of the design, written or not: an entry may wait for its folder, it may not name another. */
export const SLICES: ReadonlySet<string> = new Set(
  (
    'territories accounts organisations people agreements eligibility pass-iae offers applications employment hiring supervision assignments immersions accompaniment exits financing ' +
    'declarations support indicators plans bodies dialogue control campaigns observatory agenda privacy administration modulation academy clauses'
  ).split(' '),
)

function repeated(values: readonly (string | null)[]): string[] {
  const seen = new Set<string>()
  return values.filter((value): value is string => value !== null && seen.size === seen.add(value).size)
}

/** What is wrong in an entry by itself. */
function entryFaults({ term, definition, identifier, source, folder, notToConfuseWith }: GlossaryEntry): string[] {
  const texts = [term, definition, source, notToConfuseWith ?? '']
  return [
    ...(SLICES.has(folder) ? [] : [`"${term}" lives in ${folder}, which is no slice.`]),
    ...(identifier === null || /^[A-Za-z][A-Za-z0-9]*$/.test(identifier)
      ? []
      : [`"${term}" has an identifier that is no name of the code: ${identifier}.`]),
    ...(texts.some((text) => /[`*_<>[\]]/.test(text)) ? [`"${term}" has markup in its text: the page shows it as it is.`] : []),
    ...(/^\p{Lu}.*\.$/su.test(definition) ? [] : [`The definition of "${term}" is not a sentence.`]),
  ]
}

/** The slice of a migration, which its name ends with. @example sliceOfMigration('…/0010-people.sql') // 'people' */
const sliceOfMigration = (path: string): string | undefined => /\/\d+-([a-z-]+)\.sql$/.exec(path)?.[1]

/** A table of a slice is the surest use of a word: the glossary sends the reader to that slice. */
function strayTables(entries: readonly GlossaryEntry[], files: readonly SourceFile[]): string[] {
  const tables = namesInCode(files).filter(({ kind }) => kind === 'table')
  return entries.flatMap(({ identifier, term, folder }) => {
    const name = identifier === null ? null : identifier.charAt(0).toLowerCase() + identifier.slice(1)
    return tables
      .filter((table) => table.name === name && SLICES.has(sliceOfMigration(table.file) ?? '') && sliceOfMigration(table.file) !== folder)
      .map((table) => `"${term}" lives in ${folder}, and its table is made by ${table.file}, line ${table.line}: correct its folder.`)
  })
}

/** Sentences on what the glossary and the program no longer say alike. */
export function checkGlossary(entries: readonly GlossaryEntry[], files: readonly SourceFile[], order: readonly string[]): string[] {
  const told = new Set(entries.map((entry) => entry.folder))
  return [
    ...entries.flatMap(entryFaults),
    ...repeated(entries.map((entry) => entry.term)).map((term) => `"${term}" has two lines.`),
    ...repeated(entries.map((entry) => entry.identifier)).map((identifier) => `The identifier ${identifier} stands for two terms.`),
    ...strayTables(entries, files),
    ...order.filter((slice) => !told.has(slice)).map((slice) => `The slice ${slice} has no word in the glossary.`),
    ...order
      .filter((slice) => !SLICES.has(slice))
      .map((slice) => `The slice ${slice} is not in the list of tools/glossary/check-glossary.ts.`),
  ]
}
