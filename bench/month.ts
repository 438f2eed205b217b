// `npm run bench:month`: the month of two hundred people saved, as the screen, a paste and a payroll file save it, beside plain insertions of the same rows.
// Starts a PostgreSQL server of its own.
import { randomUUIDv7 } from 'node:crypto'
import { day, invariant, isoMonth, month, monthsLater } from '@maillage/kernel'
import { sql } from 'kysely'
import { makeRuntime } from '../packages/server/src/app.ts'
import { typeHours } from '../packages/server/src/modules/employment/commands/type-hours.ts'
import { aLine, aTeamAtWork, aWorkerNamed } from '../packages/server/src/modules/employment/fixtures.ts'
import { aPass } from '../packages/server/src/modules/pass-iae/fixtures.ts'
import { contextOfNobody } from '../packages/server/src/platform/command/context.ts'
import { perform } from '../packages/server/src/platform/command/perform.ts'
import { Database } from '../packages/server/src/platform/database/database.ts'
import { openPostgresql } from '../packages/server/src/platform/database/postgresql.ts'
import { findActor } from '../packages/server/src/platform/session/find-actor.ts'
import { newToken, tokenHash } from '../packages/server/src/platform/session/token.ts'
import { startPostgresql } from '../tools/postgresql.mjs'
import { ms, timed, times } from './measure.ts'
import { noting } from './plans.ts'
import { record, table } from './results.ts'

const PEOPLE = 200
const BAR = 300
/** As many months as a contract lasts: each is typed for the first time once. */
const ROUNDS = 20
const FIRST = month('2025-01')
const CHANGED = month('2026-11')
const TODAY = day('2026-11-21')

const postgresql = await startPostgresql({ durable: true, settings: ['shared_buffers=512MB'] })
if (!postgresql) {
  console.error('PostgreSQL is not on this machine: nothing measured.')
  process.exit(1)
}
try {
  const noted = noting(openPostgresql(postgresql.urlOf('maillage_template'), { connections: 2 }))
  const database = new Database(noted.source)
  const runtime = makeRuntime(database, { clock: { now: () => Temporal.Instant.from('2026-11-21T09:00:00Z') } })
  const context = contextOfNobody(TODAY)
  const { team, stays } = await database.transaction({ role: 'maillage_loader', context }, async (tx) => {
    const made = await aTeamAtWork(tx)
    const ids: { readonly id: string }[] = []
    for (let at = 0; at < PEOPLE; at++) {
      const { person, stay } = await aWorkerNamed(tx, made, `Nom ${at}`, { entry: '2025-01-01', last: '2026-12-31' })
      await aPass(tx, person, { first: '2025-01-01', last: '2026-12-31' })
      ids.push(stay)
    }
    return { team: made, stays: ids }
  })
  const token = newToken()
  await database.beforeActor('open_session', [tokenHash(token), team.payroll.accountId, 12])
  const actor = await findActor(database, token)
  invariant(actor, 'payroll signs in')

  const save = async (of: typeof FIRST, rows: readonly ReturnType<typeof aLine>[]) => {
    const input = typeHours.schema.parse({ siaeId: team.siae.id, month: isoMonth(of), rows })
    const done = await perform(runtime, typeHours, actor, input, randomUUIDv7(), () => '/')
    if (done.state !== 'done') throw new Error(`the month is saved: ${JSON.stringify(done)}`)
  }
  const owner = await noted.source.connect('the bench')
  try {
    await owner.query('analyze')
    await owner.query('create schema floor')
    await owner.query('create table floor.hours as table maillage.hours with no data')
    await owner.query('create table floor.hours_version as table maillage.hours_version with no data')
    await owner.query('grant usage on schema floor to maillage_loader')
    await owner.query('grant all on all tables in schema floor to maillage_loader')

    noted.taken()
    await save(
      CHANGED,
      stays.map((stay) => aLine(stay, { paid: '100', worked: '90' })),
    )
    const statements = noted.taken().length
    const written = await owner.query('select id, stay_id from maillage.hours')
    const idOf = new Map(written.rows.map(({ stay_id, id }) => [String(stay_id), String(id)]))

    /** The rows of a month, written as plainly as can be: two insertions in one transaction, no key, no policy, no rule. */
    const plain = (withLines: boolean) =>
      database.transaction({ role: 'maillage_loader', context }, async (tx) => {
        if (withLines) await sql`insert into floor.hours select * from maillage.hours limit ${PEOPLE}`.execute(tx)
        await sql`insert into floor.hours_version select * from maillage.hours_version limit ${PEOPLE}`.execute(tx)
      })
    let version = 0
    let typed = -1
    const found = await timed(
      {
        first: () =>
          save(
            monthsLater(FIRST, ++typed),
            stays.map((stay) => aLine(stay, { paid: '100', worked: '90' })),
          ),
        firstFloor: () => plain(true),
        changed: () => {
          version++
          const paid = String(100 + (version % 2))
          return save(
            CHANGED,
            stays.map((stay) => aLine(stay, { hoursId: idOf.get(stay.id) ?? '', version, paid, worked: '90' })),
          )
        },
        changedFloor: () => plain(false),
      },
      ROUNDS,
    )
    const line = (title: string, { p50, p95 }: typeof found.first, floor: typeof found.first) => [
      title,
      ms(p50),
      ms(p95),
      ms(floor.p50),
      times(p50 / floor.p50),
    ]
    record('month', {
      title: 'The month of two hundred people saved',
      database: postgresql.version,
      lines: [
        `The command of the sheet, alone on the machine: ${PEOPLE} lines checked, written as versions and held against the law, in ${statements} statements whatever`,
        `the number of people; ${ROUNDS} rounds. The floor copies as many rows into bare tables, in one transaction of the same run. Milliseconds; the bar is ${BAR}.`,
        '',
        ...table([
          ['what', 'p50', 'p95', 'floor p50', 'to the floor'],
          line('typed for the first time', found.first, found.firstFloor),
          line('every line changed', found.changed, found.changedFloor),
        ]),
      ],
    })
    if (Math.max(found.first.p95, found.changed.p95) > BAR) process.exitCode = 1
  } finally {
    owner.release()
  }
  await database.close()
} finally {
  await postgresql.stop()
}
