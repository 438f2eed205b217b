import { globSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isScript, type SourceFile } from './source-file.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['packages/*/src/**', 'demo/**', 'journeys/**', 'bench/**', 'tools/**']

/** The files of the program and of what surrounds it; the text of scripts and SQL only. */
export function readSourceFiles(): SourceFile[] {
  return globSync(FOLDERS, { cwd: ROOT })
    .sort()
    .filter((path) => statSync(`${ROOT}${path}`).isFile())
    .map((path) => ({ path, text: isScript(path) || path.endsWith('.sql') ? readFileSync(`${ROOT}${path}`, 'utf8') : '' }))
}
