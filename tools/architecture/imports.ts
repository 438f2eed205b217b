import { posix } from 'node:path'
import { lineAt, type SourceFile, withoutComments } from './source-file.ts'

/** One import of a file, or a re-export from another. */
export interface Import {
  readonly line: number
  readonly specifier: string
  /** `import type …`: leaves nothing at run time. */
  readonly typeOnly: boolean
  readonly names: readonly string[]
  /** The file imported, from the root of the repository; undefined for a library or Node's own modules. */
  readonly target: string | undefined
}

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:[\w$]+\s*,\s*)?(?:\{([^}]*)\}|\*(?:\s+as\s+[\w$]+)?|[\w$]+)\s+from\s+['"]([^'"]+)['"]/gm
const SIDE_EFFECT = /^import\s+['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [scope, name, ...rest] = specifier.split('/')
  return scope === '@maillage' ? posix.join('packages', name ?? '', 'src', ...rest, 'index.ts') : undefined
}

const namesIn = (braces: string | undefined): string[] =>
  (braces ?? '')
    .split(',')
    .map((each) =>
      each
        .trim()
        .replace(/^type\s+/, '')
        .replace(/\s+as\s+.*$/s, ''),
    )
    .filter((each) => each !== '')

/** Every import of a file: statements, re-exports, side effects and `import('…')`. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text)
  const found = (match: RegExpExecArray, specifier: string, typeOnly = false, names: readonly string[] = []): Import => ({
    line: lineAt(code, match.index),
    specifier,
    typeOnly,
    names,
    target: targetOf(path, specifier),
  })
  return [
    ...code.matchAll(STATEMENT).map((match) => found(match, match[3] ?? '', match[1] !== undefined, namesIn(match[2]))),
    ...code.matchAll(SIDE_EFFECT).map((match) => found(match, match[1] ?? '')),
    ...code.matchAll(DYNAMIC).map((match) => found(match, match[1] ?? '')),
  ]
}
