// `npm test`: everything, in two processes; `npm test -- packages/rules` keeps the files whose path contains a word.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

const words = process.argv.slice(2)
const all = globSync(['packages/*/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'journeys/**/*.test.ts']).sort()
const files = words.length === 0 ? all : all.filter((file) => words.some((word) => file.includes(word)))
if (files.length === 0) {
  console.error('No test file matches.')
  process.exit(1)
}
const run = spawnSync(
  process.execPath,
  ['--import', './tools/tsx.mjs', '--test', '--test-concurrency=2', '--test-reporter=spec', ...files],
  {
    stdio: 'inherit',
    timeout: 900_000,
  },
)
process.exit(run.status ?? 1)
