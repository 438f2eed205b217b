import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aContext, databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aMonth } from '../employment/fixtures.ts'
import { aCandidate, aHire } from '../hiring/fixtures.ts'
import { aPass } from '../pass-iae/fixtures.ts'
import { aPerson } from '../people/fixtures.ts'
import { inSpaceOf } from './fixtures.ts'

/** Two people in one structure, both hired, with a right. */
async function scene(world: World) {
  return world.load(async (tx) => {
    const one = await aCandidate(tx)
    await aHire(tx, one)
    await aPass(tx, one.person)
    const other = await aPerson(tx, { organisation: one.organisation, unit: one.unit, birthName: 'Sorel', phone: '06 39 98 00 01' })
    await aPass(tx, other)
    return { ...one, other }
  })
}

const ask = (world: World, person: { readonly id: string } | null, statement: string) =>
  world.database.transaction(
    { role: 'maillage_app', context: aContext({ subjectPerson: person?.id ?? null }) },
    async (tx) => (await sql.raw<Record<string, unknown>>(statement).execute(tx)).rows,
  )

databaseTest('in a space, no table gives a row of somebody else; outside one, none gives anything', async (world) => {
  const { person, other } = await scene(world)
  const tables = (
    await world.look(`select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'v') and attname = 'person_id'
        and has_column_privilege('maillage_app', pg_class.oid, attname, 'select') order by 1`)
  ).map(({ name }) => String(name))
  assert.ok(tables.length > 25)
  let told = 0
  for (const table of tables) {
    const theirs = await ask(world, person, `select person_id from ${table}`)
    told += theirs.length
    assert.ok(
      theirs.every((row) => row['person_id'] === person.id),
      table,
    )
    assert.deepEqual(await ask(world, null, `select person_id from ${table}`), [], table)
  }
  assert.ok(told > 10)
  assert.deepEqual(await ask(world, person, 'select id from person'), [{ id: person.id }])
  assert.deepEqual(await ask(world, other, 'select value from contact_version'), [{ value: '06 39 98 00 01' }])
  assert.deepEqual(await ask(world, { id: randomUUID() }, 'select id from person'), [])
})

databaseTest('in a space nothing of others is written, nor any fact of one’s own', async (world) => {
  const { person, other, organisation } = await scene(world)
  for (const statement of [
    `update person set sex = 'M' where id = '${person.id}'`,
    `update pass set cancelled_at = now()`,
    `update space_key set revoked_at = now() where person_id = '${other.id}'`,
  ]) {
    const before = await world.look('select (select jsonb_agg(person) from person) as a, (select jsonb_agg(pass) from pass) as b')
    await ask(world, person, statement)
    assert.deepEqual(
      await world.look('select (select jsonb_agg(person) from person) as a, (select jsonb_agg(pass) from pass) as b'),
      before,
      statement,
    )
  }
  for (const statement of [
    `insert into space_key (id, person_id, organisation_id, time_zone, code_hash, expires_at, recorded_at, recorded_by)
      values (gen_random_uuid(), '${person.id}', '${organisation.id}', 'UTC', 'x', now() + interval '1 day', now(), '${person.id}')`,
    `insert into access_log (person_id, account_id, hour, organisation_id, circle, source)
      values ('${person.id}', '${person.id}', now(), '${organisation.id}', 'shared', 'created')`,
    `select grant_access(gen_random_uuid(), '${person.id}', '${organisation.id}', null, 'shared', 'created', null, '2026-11-21', null)`,
    `select match_person('benali', 'nadia', '1990-05-03')`,
    `update space_key set code_hash = 'x'`,
    'select secret_hash from space_key',
  ])
    await assert.rejects(ask(world, person, statement), /row-level security|permission denied|only a holder|nobody asks/, statement)
})

databaseTest('hours are told when the structure answers for the month, never a draft nor a month reopened', async (world) => {
  const { person, siae } = await scene(world)
  const counted = async () =>
    (await ask(world, person, 'select 1 from hours join hours_version on hours_version.hours_id = hours.id')).length
  await world.load(async (tx) => {
    await aMonth(tx, siae, '2026-10', 'draft', [])
    await sql`insert into hours (id, stay_id, person_id, organisation_id, siae_id, month, measure, recorded_at, recorded_by)
      select gen_random_uuid(), id, person_id, organisation_id, siae_id, '2026-10-01', 'common', now(), person_id from siae_stay where person_id = ${person.id}`.execute(
      tx,
    )
    await sql`insert into hours_version (hours_id, person_id, organisation_id, version, worked, paid, recorded_at, recorded_by)
      select id, person_id, organisation_id, 1, 10400, 10400, now(), person_id from hours where person_id = ${person.id}`.execute(tx)
  })
  for (const [state, told] of [
    ['draft', 0],
    ['validated', 1],
    ['sent', 1],
    ['reopened', 0],
  ] as const) {
    await world.look('update month_sheet set state = $1', [state])
    assert.equal(await counted(), told, state)
  }
  assert.equal(inSpaceOf(person).hat, null)
})
