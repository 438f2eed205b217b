import { isScript, isTestCode, lineAt, type SourceFile, withoutComments } from '../architecture/source-file.ts'

/** A name the program gives to something, and where. */
export interface NameInCode {
  readonly name: string
  readonly kind: 'export' | 'table' | 'column'
  readonly file: string
  readonly line: number
}

const EXPORT = /^export\s+(?:async\s+)?(?:const|let|function\*?|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/gm
const TABLE = /^create table (?:if not exists )?([\w.]+) \(\n((?:[^\n]*\n)*?)\)/gim
const COLUMN =
  /^ {2}([a-z_]+) (?!key\b|\()(?:uuid|text|date|timestamptz|boolean|integer|int\d?|bigint|smallint|numeric|jsonb|bytea|citext|daterange)\b/gm

const camel = (snake: string): string => snake.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function exportsOf({ path, text }: SourceFile): NameInCode[] {
  const code = withoutComments(text)
  return [...code.matchAll(EXPORT)].map((match) => ({ name: match[1] ?? '', kind: 'export', file: path, line: lineAt(code, match.index) }))
}

/** Tables and columns of schema maillage; those of a library's own schema are not our words. */
function sqlNamesOf({ path, text }: SourceFile): NameInCode[] {
  return [...text.matchAll(TABLE)].flatMap((match): NameInCode[] => {
    const table = match[1] ?? ''
    if (table.includes('.') && !table.startsWith('maillage.')) return []
    const at = { file: path, line: lineAt(text, match.index) }
    return [
      { name: camel(table.replace(/^maillage\./, '')), kind: 'table', ...at },
      ...[...(match[2] ?? '').matchAll(COLUMN)].map((column) => ({ name: camel(column[1] ?? ''), kind: 'column' as const, ...at })),
    ]
  })
}

/** Exported names, and tables and columns in camel case. Tests name nothing. */
export function namesInCode(files: readonly SourceFile[]): NameInCode[] {
  return files
    .filter(({ path }) => path.startsWith('packages/') && !isTestCode(path))
    .flatMap((file) => (isScript(file.path) ? exportsOf(file) : file.path.endsWith('.sql') ? sqlNamesOf(file) : []))
}

/** The words of a name. @example wordsOf('BalanceSheet') // ['balance', 'sheet'] */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase())
}
