// `npm run bench:access`: what row security costs on pages of people, at national scale, beside the same reading without it.
// Starts a PostgreSQL server of its own, prints milliseconds and the ratio to the floor, keeps the plans in bench/plans.
import { writeFileSync } from 'node:fs'
import { day } from '@maillage/kernel'
import { findPeople } from '../packages/server/src/modules/people/queries/find-people.ts'
import { personCard } from '../packages/server/src/modules/people/queries/person-card.ts'
import { Database } from '../packages/server/src/platform/database/database.ts'
import { openPostgresql } from '../packages/server/src/platform/database/postgresql.ts'
import { startPostgresql } from '../tools/postgresql.mjs'
import { benchId, loadNationalPeople } from './national-people.ts'

const SCALE = { structures: Number(process.env.STRUCTURES ?? 4600), people: Number(process.env.PEOPLE ?? 138_000) }
const ROUNDS = 60
const TODAY = day('2026-11-21')

const postgresql = await startPostgresql({ durable: true, settings: ['shared_buffers=512MB'] })
if (!postgresql) {
  console.error('PostgreSQL is not on this machine: nothing measured.')
  process.exit(1)
}
const source = openPostgresql(postgresql.urlOf('maillage_template'), { connections: 4 })
const database = new Database(source)

const context = (rank) => ({
  account: benchId('account', rank),
  organisation: benchId('organisation', rank),
  units: [benchId('unit', rank)],
  functions: ['operator'],
  territories: ['departement-11'],
  subjectPerson: null,
  purpose: null,
  today: TODAY,
  requestId: '00000000-0000-0000-0000-000000000000',
})
const actor = (rank) => ({ accountId: benchId('account', rank) })

/** One reading as a member of the nth structure, or as the loader, who sees everything: the floor filters by hand. */
const reading = (role, rank, work) =>
  database.transaction({ role, context: context(rank), readOnly: true }, (tx) => work({ tx, today: TODAY, actor: actor(rank) }))

async function timed(work) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await work(round)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function explain(name, rank, text, parameters) {
  const held = await source.connect()
  const { text: open, parameters: values } = (await import('../packages/server/src/platform/database/opener.ts')).opener(
    'maillage_app',
    context(rank),
  )
  await held.execute('begin')
  await held.query(open, values)
  const { rows } = await held.query(`explain (analyze, costs off, timing off, summary off) ${text}`, parameters)
  await held.execute('rollback')
  held.release()
  writeFileSync(new URL(`plans/${name}.txt`, import.meta.url), `${rows.map((row) => row['QUERY PLAN']).join('\n')}\n`)
}

try {
  const started = performance.now()
  await loadNationalPeople(source, SCALE)
  console.log(
    `${SCALE.people} people, ${SCALE.structures} structures, loaded in ${((performance.now() - started) / 1000).toFixed(0)} s; ${ROUNDS} rounds; milliseconds\n`,
  )
  const held = (rank) => `select person_id from maillage.person_access where unit_id = '${benchId('unit', rank)}'`
  const floorList = async (rank) => {
    await reading('maillage_loader', rank, async ({ tx }) => {
      const { sql } = await import('kysely')
      await sql
        .raw(`select person.id, person_name.value from person join person_name on person_name.person_id = person.id
        where person.id = any (array(${held(rank)})) order by person_name.value_key limit 50`)
        .execute(tx)
    })
  }
  const own = (rank) => 1 + ((rank - 1) % SCALE.structures)
  // The nth structure holds the people whose rank leaves n − 1.
  const personOf = (rank) => benchId('person', SCALE.structures + rank - 1)
  const cases = [
    [
      'one person known',
      (round) => reading('maillage_app', own(2 + round), (ctx) => personCard(ctx, personOf(own(2 + round)))),
      (round) => reading('maillage_loader', 1, (ctx) => personCard(ctx, personOf(own(2 + round)))),
    ],
    [
      'list of a team of thirty',
      (round) => reading('maillage_app', own(2 + round), (ctx) => findPeople(ctx, { typed: '', page: 1 })),
      (round) => floorList(own(2 + round)),
    ],
    [
      'list of a team of three thousand',
      () => reading('maillage_app', 1, (ctx) => findPeople(ctx, { typed: '', page: 1 })),
      () => floorList(1),
    ],
    [
      'search by name, three thousand',
      () => reading('maillage_app', 1, (ctx) => findPeople(ctx, { typed: 'nomb', page: 1 })),
      () => floorList(1),
    ],
  ]
  console.log('| reading | p50 | p95 | p99 | floor p50 | ratio |\n|---|---|---|---|---|---|')
  for (const [name, work, floor] of cases) {
    const seen = await timed(work)
    const bare = await timed(floor)
    console.log(`| ${name} | ${seen.p50} | ${seen.p95} | ${seen.p99} | ${bare.p50} | ${(seen.p50 / bare.p50).toFixed(1)} |`)
  }
  await explain('one-person', 2, 'select * from person where id = $1', [personOf(2)])
  await explain('list-of-a-large-team', 1, 'select person_id, value from person_name', [])
} finally {
  await database.close()
  await postgresql.stop()
}
