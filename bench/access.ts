// `npm run bench:access`: what row security costs on readings of people, at national scale, beside the same SQL without it.
// Starts a PostgreSQL server of its own; keeps the plans in bench/plans and the figures in bench/results.md.
import { day } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { sql } from 'kysely'
import { passSummary } from '../packages/server/src/modules/pass-iae/queries/pass-summary.ts'
import { findPeople } from '../packages/server/src/modules/people/queries/find-people.ts'
import { personCard } from '../packages/server/src/modules/people/queries/person-card.ts'
import type { ReadCtx } from '../packages/server/src/platform/command/read.ts'
import { Database } from '../packages/server/src/platform/database/database.ts'
import type { DatabaseContext } from '../packages/server/src/platform/database/opener.ts'
import { openPostgresql } from '../packages/server/src/platform/database/postgresql.ts'
import { startPostgresql } from '../tools/postgresql.mjs'
import { ms, timed, times } from './measure.ts'
import { benchId, loadNationalPeople } from './national-people.ts'
import { keepPlans, noting } from './plans.ts'
import { record, table } from './results.ts'
import { makeFloor } from './without-row-security.ts'

const SCALE = { structures: Number(process.env['STRUCTURES'] ?? 4600), people: Number(process.env['PEOPLE'] ?? 138_000) }
const ROUNDS = 100
const TODAY = day('2026-11-21')

const contextOf = (rank: number): DatabaseContext => ({
  account: benchId('account', rank),
  organisation: benchId('organisation', rank),
  units: [benchId('unit', rank)],
  functions: ['operator'],
  territories: ['departement-11'],
  hatRole: 'counsellor',
  subjectPerson: null,
  purpose: null,
  today: TODAY,
  requestId: '00000000-0000-0000-0000-000000000000',
})

type Reading = (ctx: ReadCtx, rank: number) => Promise<unknown>

/** Somebody whom the nth structure still holds: it holds those whose rank leaves n − 1, and one right in three is over. */
function personOf(rank: number): string {
  const [one, other] = [SCALE.structures + rank - 1, 2 * SCALE.structures + rank - 1]
  return benchId('person', one % 3 === 0 ? other : one)
}
const ordinary = (round: number) => 2 + (round % (SCALE.structures - 2))
const largest = () => 1

const READINGS: Readonly<Record<string, readonly [string, (round: number) => number, Reading]>> = {
  'one-person': ['identity of one person', ordinary, (ctx, rank) => personCard(ctx, personOf(rank))],
  'one-pass': ['the PASS IAE of one person', ordinary, (ctx, rank) => passSummary(ctx, personOf(rank))],
  'list-of-thirty': ['list of a team of thirty', ordinary, (ctx) => findPeople(ctx, { typed: '', page: 1 })],
  'list-of-three-thousand': ['list of a team of three thousand', largest, (ctx) => findPeople(ctx, { typed: '', page: 1 })],
  'search-among-three-thousand': ['search by name among three thousand', largest, (ctx) => findPeople(ctx, { typed: 'nomb', page: 1 })],
  'birth-among-three-thousand': ['search by birth among three thousand', largest, (ctx) => findPeople(ctx, { typed: '1968', page: 1 })],
}

const postgresql = await startPostgresql({ durable: true, settings: ['shared_buffers=512MB'] })
if (!postgresql) {
  console.error('PostgreSQL is not on this machine: nothing measured.')
  process.exit(1)
}
try {
  const noted = noting(openPostgresql(postgresql.urlOf('maillage_template'), { connections: 4 }))
  const database = new Database(noted.source)
  const began = performance.now()
  await loadNationalPeople(noted.source, SCALE)
  await makeFloor(noted.source)
  const loaded = (performance.now() - began) / 1000

  const run = (role: 'maillage_app' | 'maillage_loader', rank: number, reading: Reading) =>
    database.transaction({ role, context: contextOf(rank), readOnly: true }, async (tx) => {
      // As many statements on both sides.
      await sql`set local search_path = ${sql.raw(role === 'maillage_loader' ? 'floor, maillage' : 'maillage, pg_temp')}`.execute(tx)
      const hat = {
        role: 'counsellor',
        functions: ['operator'],
        units: contextOf(rank).units,
        organisationId: benchId('organisation', rank),
      }
      const actor = { accountId: benchId('account', rank), hat } as unknown as ReadCtx['actor']
      return reading({ tx, today: TODAY, law: nationalLaw, now: Temporal.Now.instant(), actor } as ReadCtx, rank)
    })
  const rows: string[][] = [['reading', 'p50', 'p95', 'p99', 'floor p50', 'floor p95', 'ratio of the p50']]
  for (const [name, [title, rankOf, reading]] of Object.entries(READINGS)) {
    const first = rankOf(0)
    noted.taken()
    const seen = JSON.stringify(await run('maillage_app', first, reading))
    const statements = noted.taken()
    const bare = JSON.stringify(await run('maillage_loader', first, reading))
    if (seen !== bare || (seen ?? 'null').length < 10) throw new Error(`${title}: the floor does not read what the member reads`)
    await keepPlans(noted.source, name, contextOf(first), statements)
    const { page, floor } = await timed(
      {
        page: (round) => run('maillage_app', rankOf(round), reading),
        floor: (round) => run('maillage_loader', rankOf(round), reading),
      },
      ROUNDS,
    )
    rows.push([title, ms(page.p50), ms(page.p95), ms(page.p99), ms(floor.p50), ms(floor.p95), times(page.p50 / floor.p50)])
    console.log(rows.at(-1)?.join('  '))
  }
  await database.close().catch(() => {})
  record('access', {
    title: 'What row security costs',
    database: postgresql.version,
    lines: [
      `${SCALE.people.toLocaleString('en')} people, ${SCALE.structures.toLocaleString('en')} structures, loaded in ${loaded.toFixed(0)} s; ${ROUNDS} rounds each.`,
      'Each reading is one transaction with its opener, as a member; the floor is the same SQL in the same run, in turn, by a role that bypasses',
      'row security, on views that filter by the conditions of the same policies. Milliseconds. Plans: `bench/plans`.',
      '',
      ...table(rows),
    ],
  })
} finally {
  await postgresql.stop()
}
