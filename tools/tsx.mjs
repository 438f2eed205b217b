// Lets Node load .tsx files: .ts runs natively, JSX needs one transformation. Used as `node --import ./tools/tsx.mjs`.
// What was made of a file is kept in .cache: a thousand files are otherwise read, changed and compiled again at each start.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync, version } from 'esbuild'

const KEPT = fileURLToPath(new URL('../.cache/tsx/', import.meta.url))
const OPTIONS = { loader: 'tsx', format: 'esm', target: 'node26', jsx: 'automatic', jsxImportSource: 'preact', sourcemap: 'inline' }
const MADE_BY = `${version} ${JSON.stringify(OPTIONS)}`

enableCompileCache(fileURLToPath(new URL('../.cache/node/', import.meta.url)))

/** Where nothing may be written, everything is made again: slower, and no fault. */
function keep(path, code) {
  try {
    mkdirSync(KEPT, { recursive: true })
    writeFileSync(`${path}.${process.pid}`, code)
    renameSync(`${path}.${process.pid}`, path)
  } catch {}
}

const kept = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** One place for each file, so that what is kept does not grow with each change; its last line says of which text it was made. */
function transformed(file) {
  const source = readFileSync(file, 'utf8')
  const last = `\n// ${createHash('sha256').update(MADE_BY).update(file).update(source).digest('hex')}\n`
  const path = `${KEPT}${createHash('sha256').update(file).digest('hex').slice(0, 32)}.mjs`
  const known = kept(path)
  if (known.endsWith(last)) return known
  const code = transformSync(source, { ...OPTIONS, sourcefile: file }).code + last
  keep(path, code)
  return code
}

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.split('?')[0].endsWith('.tsx')) return nextLoad(url, context)
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true }
  },
})
