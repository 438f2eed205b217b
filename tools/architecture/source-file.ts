/** A file of the repository; `path` from its root, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export const isScript = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path)

/** Tests and what only tests use: builders, expectations about routes, the test platform. */
export const isTestCode = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) ||
  /\/(fixtures|route-expectations)\.tsx?$/.test(path) ||
  path.startsWith('packages/server/src/platform/testing/')

/** The text without its comments, line for line. Relies on the formatter: a comment begins its line, or stands after a space. */
export function withoutComments(text: string): string {
  let inside = false
  return text
    .split('\n')
    .map((line) => {
      if (inside) {
        inside = !line.includes('*/')
        return ''
      }
      if (/^\s*\/\*/.test(line)) {
        inside = !line.includes('*/')
        return ''
      }
      return line.replace(/(^|\s)\/\/ .*$/, '$1')
    })
    .join('\n')
}

/** The number, from 1, of the line where a character stands. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
