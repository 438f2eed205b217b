import type { Breach } from './breach.ts'
import { type Import, importsOf } from './imports.ts'
import { isTestCode, type SourceFile } from './source-file.ts'

/** Files that open connections or transactions. */
const POOL = /^packages\/server\/src\/platform\/database\/(connection|postgresql|embedded[a-z-]*|open-database|turnstile|pool)\.ts$/
/** Values that lead to the pool, though their file also holds what a command needs. */
const POOL_NAMES = new Set(['Database', 'Runtime', 'makeRuntime'])
/** Libraries that reach the network, the disk or another process: nothing of the sort happens inside a transaction. */
const OUTSIDE =
  /^(pg|pg-boss|nodemailer|@electric-sql\/.*|fastify|@fastify\/.*|node:(fs|fs\/promises|http|https|net|tls|dgram|dns|child_process|worker_threads))$/

function reaches({ specifier, target, names }: Import): string | undefined {
  if (target === undefined) return OUTSIDE.test(specifier) ? specifier : undefined
  if (POOL.test(target)) return specifier
  return target.startsWith('packages/server/src/platform/') ? names.find((name) => POOL_NAMES.has(name)) : undefined
}

/** A command and a query receive an opened transaction and cannot reach the pool, the network, the disk or the mail. */
export function commandReach(files: readonly SourceFile[]): Breach[] {
  return files
    .filter(({ path }) => /^packages\/server\/src\/modules\/[^/]+\/(commands|queries)\//.test(path) && !isTestCode(path))
    .flatMap((file) =>
      importsOf(file).flatMap((one) => {
        const reached = reaches(one)
        if (!reached) return []
        const verb = file.path.includes('/commands/') ? 'a command' : 'a query'
        return [
          {
            file: file.path,
            line: one.line,
            forbidden: `${verb} reaches ${reached}`,
            instead: 'Use ctx.tx, and emit an event for what happens after the commit',
          },
        ]
      }),
    )
}
