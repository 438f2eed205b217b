// `npm run bench`: every bench in turn, each writing its section of bench/results.md. A bar that is missed does not stop the others.
import { spawnSync } from 'node:child_process'

const BENCHES = ['rules.mjs', 'access.ts', 'pages.ts', 'month.ts', 'figures.ts', 'weight.ts']
const missed = BENCHES.filter((name) => {
  console.log(`── ${name} ──`)
  const path = new URL(name, import.meta.url).pathname
  return spawnSync(process.execPath, ['--import', './tools/tsx.mjs', path], { stdio: 'inherit' }).status !== 0
})
if (missed.length > 0) console.error(`Not held, or not measured: ${missed.join(', ')}`)
process.exit(missed.length === 0 ? 0 : 1)
