// `npm run faults`: kills and cuts what it can in the middle of its work, and counts what is lost. Nothing acknowledged may be.
import { record, table } from '../results.ts'
import { type KillReport, killEmbedded, killPostgresql } from './kills.ts'
import { killMigrations } from './migrations.ts'
import { restartPostgresql } from './restarts.ts'
import { UNAVAILABLE } from './unavailable.ts'

const KILLS = 5
const RESTARTS = 3
const rows: string[][] = [['what was done', 'found', '']]
let held = true

function say(what: string, found: string, good: boolean): void {
  held &&= good
  rows.push([what, found, good ? 'held' : 'NOT HELD'])
  console.log(rows.at(-1)?.join(' · '))
}

const killed = ({ acknowledged, lost }: KillReport): [string, boolean] => [
  `${acknowledged} writes acknowledged, ${lost.length} lost`,
  lost.length === 0 && acknowledged >= KILLS,
]

say(`${KILLS} kill -9 in the middle of writes, embedded`, ...killed(await killEmbedded(KILLS)))
const postgresql = await killPostgresql(KILLS)
const restarted = await restartPostgresql(RESTARTS)
const migrated = await killMigrations(KILLS)
if (postgresql && restarted && migrated) {
  say(`${KILLS} kill -9 of the server and of PostgreSQL in the middle of writes`, ...killed(postgresql))
  const { acknowledged, lost, met, back } = restarted
  say(
    `${RESTARTS} restarts of PostgreSQL under writes, the server staying up`,
    `${acknowledged} writes acknowledged, ${lost.length} lost`,
    lost.length === 0,
  )
  say(
    'what people met meanwhile',
    [...met].map(([said, count]) => `« ${said} » ${count} times`).join(', ') || 'nothing',
    met.size > 0 && [...met.keys()].every((said) => said === UNAVAILABLE),
  )
  say('back without a restart of the server', `${Math.round(Math.max(...back))} ms after the database at most`, back.length === RESTARTS)
  const midway = migrated.left.filter((count) => count > 0 && count < migrated.total)
  say(
    `\`npm run migrate\` killed ${migrated.left.length} times, ${midway.length} of them on its way`,
    `left ${midway.join(', ')} of ${migrated.total} migrations; then it went on, ${migrated.differences.length} differences with a whole one`,
    midway.length > 0 && migrated.differences.length === 0,
  )
} else say('the same on PostgreSQL', 'not run: PostgreSQL is not on this machine', false)

record('faults', {
  title: 'Faults',
  lines: ['A write is acknowledged when its answer came; it is lost when the page does not show it afterwards.', '', ...table(rows)],
})
process.exit(held ? 0 : 1)
