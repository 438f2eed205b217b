import type { Breach } from './breach.ts'
import { APP } from './slice-order.ts'
import type { SourceFile } from './source-file.ts'

/** Every slice of the server stands in the list of `app.ts`: without a place it has no order, and no screen. */
export function listedSlices(files: readonly SourceFile[], order: readonly string[]): Breach[] {
  if (order.length === 0) return []
  return files.flatMap(({ path }) => {
    const slice = /^packages\/server\/src\/modules\/([^/]+)\/index\.ts$/.exec(path)?.[1]
    if (!slice || order.includes(slice)) return []
    return [{ file: path, line: 1, forbidden: `the slice ${slice} is not in the list of ${APP}`, instead: 'Add it there, at its layer' }]
  })
}
