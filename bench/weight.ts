// `npm run bench:weight`: what a page weighs on the wire, and how long the embedded demonstration takes to start, the first time and the next ones.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { startServer } from './faults/running-server.ts'
import { record, table } from './results.ts'

const BARS = { css: 40_000, js: 20_000, first: 20, next: 3 }
const ASSETS = fileURLToPath(new URL('../dist/assets/', import.meta.url))
const missed: string[] = []

const packed = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const verdict = (what: string, value: number, bar: number): string => {
  if (value <= bar) return 'held'
  missed.push(what)
  return 'MISSED'
}

const css = packed(join(ASSETS, 'style.css'))
const islands = globSync('islands/*.js', { cwd: ASSETS }).sort()
// The heaviest page that there could be: every island at once.
const js = islands.reduce((sum, path) => sum + packed(join(ASSETS, path)), 0)
const fonts = globSync('fonts/*.woff2', { cwd: ASSETS }).reduce((sum, path) => sum + readFileSync(join(ASSETS, path)).length, 0)

/** Seconds until the server says that it is ready, in its own folder. */
async function startSeconds(folder: string): Promise<{ readonly seconds: number; readonly pages: ReadonlyMap<string, number> }> {
  const began = performance.now()
  const server = await startServer({ DATA_DIR: folder, DATABASE_URL: '', DATABASE_WORKER_URL: '' })
  const seconds = (performance.now() - began) / 1000
  const pages = new Map<string, number>()
  for (const path of ['/', '/structures', '/glossaire'])
    pages.set(path, gzipSync(await (await fetch(`${server.address}${path}`)).text()).length)
  await server.end('SIGTERM')
  return { seconds, pages }
}

/** The floor of a start: a process that does nothing. */
function nothingSeconds(): number {
  const began = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  return (performance.now() - began) / 1000
}

const folder = mkdtempSync(join(tmpdir(), 'maillage-weight-'))
try {
  const first = await startSeconds(folder)
  const next = [await startSeconds(folder), await startSeconds(folder), await startSeconds(folder)]
  const median = next.map(({ seconds }) => seconds).sort((a, b) => a - b)[1] ?? Number.NaN
  record('weight', {
    title: 'Weight and start',
    lines: [
      'Gzipped. A start is the real `npm start` of the embedded demonstration, from the process to its « prêt »; the next one is the median of three.',
      '',
      ...table([
        ['what', 'found', 'bar', ''],
        ['style sheet', kB(css), kB(BARS.css), verdict('style sheet', css, BARS.css)],
        [
          `scripts, all of them at once (${islands.map((path) => basename(path)).join(', ')})`,
          kB(js),
          kB(BARS.js),
          verdict('scripts', js, BARS.js),
        ],
        ['fonts (woff2, kept by the browser)', kB(fonts), '–', ''],
        ...[...first.pages].map(([path, bytes]) => [`page ${path}, its HTML`, kB(bytes), '–', '']),
        ['floor of a start: a process that does nothing', `${nothingSeconds().toFixed(2)} s`, '–', ''],
        ['first start', `${first.seconds.toFixed(1)} s`, `${BARS.first} s`, verdict('first start', first.seconds, BARS.first)],
        ['next start', `${median.toFixed(1)} s`, `${BARS.next} s`, verdict('next start', median, BARS.next)],
      ]),
    ],
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(missed.length === 0 ? 0 : 1)
