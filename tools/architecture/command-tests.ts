import type { Breach } from './breach.ts'
import { isTestCode, type SourceFile } from './source-file.ts'

/** Every command has its test beside it, whose first case is who is refused. */
export function commandTests(files: readonly SourceFile[]): Breach[] {
  const paths = new Set(files.map((each) => each.path))
  return files
    .filter(({ path }) => /^packages\/server\/src\/modules\/[^/]+\/commands\/[^/]+\.ts$/.test(path) && !isTestCode(path))
    .filter(({ path }) => !paths.has(path.replace(/\.ts$/, '.test.ts')) && !paths.has(path.replace(/\.ts$/, '.test.tsx')))
    .map(({ path }) => ({
      file: path,
      line: 1,
      forbidden: 'this command has no test beside it',
      instead: `Write ${path.split('/').at(-1)?.replace(/\.ts$/, '.test.ts')}, first for who is refused`,
    }))
}
