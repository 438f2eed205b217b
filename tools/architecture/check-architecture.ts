import type { Breach } from './breach.ts'
import { clockReads } from './clock-reads.ts'
import { commandReach } from './command-reach.ts'
import { commandTests } from './command-tests.ts'
import { fileNames } from './file-names.ts'
import { layerImports } from './layer-imports.ts'
import { listedSlices } from './listed-slices.ts'
import { pureFiles } from './pure-files.ts'
import { sliceOrder } from './slice-order.ts'
import { isScript, type SourceFile } from './source-file.ts'

/** Everything that breaks the rules of docs/architecture.md, in the order of the files. */
export function checkArchitecture(files: readonly SourceFile[]): Breach[] {
  const scripts = files.filter(({ path }) => isScript(path))
  const order = sliceOrder(scripts)
  return [
    ...layerImports(scripts, order),
    ...listedSlices(scripts, order),
    ...pureFiles(scripts),
    ...commandReach(scripts),
    ...commandTests(scripts),
    ...clockReads(scripts),
    ...fileNames(files.map(({ path }) => path)),
  ].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
