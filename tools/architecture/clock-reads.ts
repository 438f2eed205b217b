import type { Breach } from './breach.ts'
import { placeOf } from './place.ts'
import { isTestCode, lineAt, type SourceFile, withoutComments } from './source-file.ts'

const CLOCK = 'packages/server/src/platform/clock.ts'
const READ = /\bDate\.now\(|\bnew Date\(|\bTemporal\.Now\b/g

/** The program reads one clock. */
export function clockReads(files: readonly SourceFile[]): Breach[] {
  return files
    .filter(({ path }) => path !== CLOCK && placeOf(path).layer !== 'outside' && !isTestCode(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return [...code.matchAll(READ)].map((match) => ({
        file: path,
        line: lineAt(code, match.index),
        forbidden: `${match[0].replace('(', '')} reads a clock, or makes a Date`,
        instead: 'Take today or now as an argument (ctx.today, ctx.now, or the clock given by app.ts), and days as CalendarDate',
      }))
    })
}
