import { posix } from 'node:path'
import { importsOf } from './imports.ts'
import { type SourceFile, withoutComments } from './source-file.ts'

export const APP = 'packages/server/src/app.ts'

/** The slices in layer order, lowest first, as `app.ts` lists them; empty while it does not exist. */
export function sliceOrder(files: readonly SourceFile[]): string[] {
  const app = files.find((each) => each.path === APP)
  if (!app) return []
  const list = /export const slices\b[^=]*=\s*\[([^\]]*)\]/.exec(withoutComments(app.text))?.[1] ?? ''
  const folders = new Map(
    importsOf(app)
      .filter((each) => each.target?.startsWith('packages/server/src/modules/'))
      .flatMap((each) => each.names.map((name) => [name, posix.basename(posix.dirname(each.target ?? ''))] as const)),
  )
  return list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => folders.get(each) ?? each.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`))
}
