// `npm test`: every test, on the embedded database then, when PostgreSQL is on the machine, those of the server on PostgreSQL too. What only tells of
// screens then runs on PostgreSQL alone, and what opens no database runs once: the journeys open their pages on the embedded one.
// `npm test -- packages/rules` keeps the files whose path contains a word; `--embedded` leaves PostgreSQL aside.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { hasPostgresql, startPostgresql } from './postgresql.mjs'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const wanted = (file) => words.length === 0 || words.some((word) => file.includes(word))
const filesOf = (...globs) => globSync(globs).filter(wanted).sort()
const LIMIT = 900_000

process.env.TMPDIR = new URL('../.cache/tmp/', import.meta.url).pathname
mkdirSync(process.env.TMPDIR, { recursive: true })

/** One process of node's runner over some files. */
function run(title, files, { shard, environment = {} } = {}) {
  if (files.length === 0) return Promise.resolve({ title, passed: 0, failed: 0, skipped: 0, seconds: 0 })
  const started = performance.now()
  const options = ['--import', './tools/tsx.mjs', '--test', '--test-isolation=none', '--test-reporter=./tools/test-reporter.mjs']
  const child = spawn(process.execPath, [...options, ...(shard ? [`--test-shard=${shard}`] : []), ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT)
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer)
      const counts = /^# counts (\d+) (\d+) (\d+)$/m.exec(output)
      console.log(`\n── ${title} ──\n${output.replace(/^# counts .*\n/m, '').trimEnd()}`)
      const [passed, failed, skipped] = counts ? counts.slice(1).map(Number) : [0, 1, 0]
      resolve({ title, passed, failed: failed || (code === 0 ? 0 : 1), skipped, seconds: (performance.now() - started) / 1000 })
    })
  })
}

const pure = filesOf('packages/{kernel,rules,ui}/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts')
const server = filesOf('packages/server/src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'bench/**/*.test.ts')
const journeys = filesOf('journeys/**/*.test.ts')
if (pure.length + server.length + journeys.length === 0) {
  console.error('No test file matches.')
  process.exit(1)
}

const tellsOfScreens = (file) => /\/pages\/|\/(canary|route-access|bad-input)\.test\.ts$/.test(file)
const opensDatabase = (file) => /\/(database-test|test-source)\.ts'/.test(readFileSync(file, 'utf8'))
// A test of a screen that opens no database is not one of those: it would run nowhere.
const runsOnPostgresqlAlone = (file) => tellsOfScreens(file) && opensDatabase(file)

const processes = Math.min(2, availableParallelism())
/** Some files in two processes at once. More shards than processes: whoever is done first takes the next one, as a few files take minutes. */
async function inShards(title, files, environmentOf = async () => ({}), most = 6) {
  const shards = Math.min(processes === 1 ? 1 : most, files.length)
  const found = []
  let next = 0
  const work = async () => {
    const environment = await environmentOf()
    while (next < shards) {
      const shard = `${++next}/${shards}`
      found.push(await run(`${title}, ${shard}`, files, { shard, environment }))
    }
  }
  await Promise.all(Array.from({ length: Math.min(processes, shards) }, work))
  return found
}

// The demonstration that the journeys walk in is made while a processor is free, and once for all of them.
const made =
  journeys.length === 0
    ? Promise.resolve()
    : once(spawn(process.execPath, ['--import', './tools/tsx.mjs', 'journeys/make-site.ts'], { stdio: 'inherit' }), 'exit')
const results = []
results.push(await run('kernel, rules, ui, tools', pure))
await made
if (server.length > 0) {
  const { embeddedTemplate } = await import('../packages/server/src/platform/testing/test-source.ts')
  await embeddedTemplate()
  const onPostgresql = !process.argv.includes('--embedded') && hasPostgresql()
  results.push(...(await inShards('server, embedded', onPostgresql ? server.filter((file) => !runsOnPostgresqlAlone(file)) : server)))
  // A server for each process: what is old enough to be told is judged for the whole server, so one process would wait for the other's transactions.
  const started = []
  if (onPostgresql) {
    results.push(
      ...(await inShards('server, PostgreSQL', server.filter(opensDatabase), async () => {
        const postgresql = await startPostgresql()
        started.push(postgresql)
        return { TEST_DATABASE_URL: postgresql.url }
      })),
    )
    for (const postgresql of started) await postgresql.stop()
  } else {
    console.log(`\nnot run: ${server.length} test files of the server on PostgreSQL (PostgreSQL absent)`)
  }
}
// Each shard starts its own site: few of them.
results.push(...(await inShards('journeys', journeys, undefined, 2 * processes)))

const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
console.log('')
for (const { title, passed, failed, skipped, seconds } of results) {
  console.log(
    `${title.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped  ${seconds.toFixed(1)} s`,
  )
}
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
process.exit(total('failed') === 0 ? 0 : 1)
