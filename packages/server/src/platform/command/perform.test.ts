import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { granted, NoTextInForce, refused } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { emitEvent } from '../events/emit-event.ts'
import { committedTest, databaseTest, type World } from '../testing/database-test.ts'
import type { Actor } from './actor.ts'
import { command } from './command.ts'
import type { Ctx } from './context.ts'
import { perform } from './perform.ts'

const anActor = (): Actor => ({
  accountId: randomUUID(),
  sessionHash: 'none',
  name: 'Camille Roux',
  administrator: false,
  hat: null,
  hats: [],
})
const LOCATION = '/ici'

/** A command that says that something happened, then does what the test wants. */
const happening = (then: (ctx: Ctx) => Promise<unknown>) =>
  command({
    name: 'tests/happening',
    runsAs: 'app',
    schema: z.object({ secret: z.string() }),
    async run(ctx) {
      await emitEvent(ctx, { type: 'tests/happened', version: 1, subjectId: ctx.actor.accountId, ids: {} })
      const ended = await then(ctx)
      return ended === 'refuse' ? refused({ code: 'tests/no', details: { name: 'Dupont' } }) : granted({})
    },
    trace: () => ({ subjects: {}, fields: ['secret'] }),
  })

const TYPED = { secret: 'Ce que la personne a tapé' }
const send = (world: Pick<World, 'runtime'>, verb: ReturnType<typeof happening>, actor: Actor, requestId: string) =>
  perform(world.runtime, verb, actor, TYPED, requestId, () => LOCATION)
const audited = async ({ look }: Pick<World, 'look'>) =>
  (await look('select outcome, refusals from audit order by id')).map((row) => [row['outcome'], row['refusals']])
const countOf = async ({ look }: Pick<World, 'look'>, table: string) => (await look(`select from ${table}`)).length

databaseTest('a refusal undoes everything and leaves one audit line and its codes, nothing of what was typed', async (world) => {
  const answer = await send(
    world,
    happening(async () => 'refuse'),
    anActor(),
    randomUUID(),
  )
  assert.deepEqual(answer, { state: 'refused', refusals: [{ code: 'tests/no', details: { name: 'Dupont' } }] })
  assert.equal(await countOf(world, 'event'), 0)
  assert.deepEqual(await audited(world), [['refused', ['tests/no']]])
  const [kept] = await world.look('select * from request_outcome')
  assert.equal(kept?.['status'], 'refused')
  assert.deepEqual(kept?.['refusals'], ['tests/no'])
  assert.equal(kept?.['location'], null)
  assert.doesNotMatch(
    JSON.stringify(await world.look('select row_to_json(audit) as a, (select row_to_json(r) from request_outcome as r) as r from audit')),
    /Dupont|a tapé/,
  )
})

databaseTest('a fault undoes everything, leaves one audit line « failed » and is thrown again', async (world) => {
  const broken = happening(() => Promise.reject(new Error('Bug')))
  await assert.rejects(send(world, broken, anActor(), randomUUID()), /Bug/)
  assert.equal(await countOf(world, 'event'), 0)
  assert.deepEqual(await audited(world), [['failed', []]])
  assert.equal(await countOf(world, 'request_outcome'), 0)
})

databaseTest('a fault whose trace cannot be written is still the fault that is thrown', async (world) => {
  const broken = happening(() => Promise.reject(new Error('Bug')))
  await assert.rejects(send(world, broken, { ...anActor(), accountId: 'not an id' }, randomUUID()), (error: Error) =>
    /Bug|uuid/.test(error.message),
  )
  let first = true
  const database: World['database'] = Object.create(world.database, {
    transaction: {
      value: (...given: Parameters<World['database']['transaction']>) => {
        if (!first) return Promise.reject(new Error('The database has gone'))
        first = false
        return world.database.transaction(...given)
      },
    },
  })
  await assert.rejects(send({ runtime: { ...world.runtime, database } }, broken, anActor(), randomUUID()), /Bug/)
})

databaseTest('a constraint that no slice names is a fault; one that a slice names is its refusal', async (world) => {
  const twice = happening(async ({ tx, actor }) => {
    for (const key of [1, 2]) {
      await sql`insert into anomaly (id, rule, source, subject_table, subject_id, facts, solver, since, recorded_at)
        values (${randomUUID()}, 'tests', '{}', ${`table ${key}`}, ${actor.accountId}, '{}', 'nobody', '2026-01-01', now())`.execute(tx)
    }
  })
  await assert.rejects(send(world, twice, anActor(), randomUUID()), /anomaly_once/)
  const runtime = { ...world.runtime, constraints: new Map([['anomaly_once', 'tests/already-open']]) }
  assert.deepEqual(await send({ runtime }, twice, anActor(), randomUUID()), {
    state: 'refused',
    refusals: [{ code: 'tests/already-open' }],
  })
})

databaseTest('a day that no text covers is a refusal, never last year’s figure', async (world) => {
  const uncovered = happening(({ today }) => Promise.reject(new NoTextInForce('pass-iae/duration', today)))
  const answer = await send(world, uncovered, anActor(), randomUUID())
  assert.deepEqual(answer, { state: 'refused', refusals: [{ code: 'law/no-text-in-force', details: { parameter: 'pass-iae/duration' } }] })
})

databaseTest('the same form sent twice does the work once and leads to the same place', async (world) => {
  const [actor, requestId, verb] = [anActor(), randomUUID(), happening(async () => undefined)]
  assert.equal((await send(world, verb, actor, requestId)).state, 'done')
  assert.deepEqual(await send(world, verb, actor, requestId), { state: 'repeated', location: LOCATION })
  assert.equal(await countOf(world, 'event'), 1)
  assert.deepEqual(await audited(world), [['done', []]])
})

databaseTest('a form refused and sent again as it was is not tried again: it is told what it was told', async (world) => {
  const [actor, requestId] = [anActor(), randomUUID()]
  await send(
    world,
    happening(async () => 'refuse'),
    actor,
    requestId,
  )
  const again = await send(
    world,
    happening(() => Promise.reject(new Error('Must not run'))),
    actor,
    requestId,
  )
  assert.deepEqual(again, { state: 'refused-before', codes: ['tests/no'] })
  assert.equal((await audited(world)).length, 1)
})

databaseTest('another account with the same request id learns nothing and is not hindered', async (world) => {
  const [requestId, verb] = [randomUUID(), happening(async () => undefined)]
  await send(world, verb, anActor(), requestId)
  assert.equal((await send(world, verb, anActor(), requestId)).state, 'done')
  const seen = happening(async ({ tx }) => assert.equal((await tx.selectFrom('request_outcome').selectAll().execute()).length, 0))
  assert.equal((await send(world, seen, anActor(), requestId)).state, 'done')
})

databaseTest('a deadlock or a serialisation failure is tried again, twice at most', async (world) => {
  for (const code of ['40P01', '40001']) {
    let tries = 0
    const lost = (times: number) =>
      happening(async () => (++tries <= times ? Promise.reject(Object.assign(new Error('lost'), { code })) : undefined))
    assert.equal((await send(world, lost(2), anActor(), randomUUID())).state, 'done')
    assert.equal(tries, 3)
    tries = 0
    await assert.rejects(send(world, lost(9), anActor(), randomUUID()), /lost/)
    assert.equal(tries, 3)
  }
  assert.equal(await countOf(world, 'event'), 2)
})

databaseTest('what only a job may do cannot be asked by a request', async (world) => {
  const verb = { ...happening(async () => undefined), runsAs: 'job' as const }
  await assert.rejects(send(world, verb, anActor(), randomUUID()), /not for requests/)
  assert.equal(await countOf(world, 'event'), 0)
})

committedTest(
  'two copies of a form that arrive at the same instant do the work once, and the second is not told that the name is taken',
  async (world) => {
    const [actor, requestId] = [anActor(), randomUUID()]
    const once = happening(async ({ tx }) => {
      await sql`insert into anomaly (id, rule, source, subject_table, subject_id, facts, solver, since, recorded_at)
        values (${randomUUID()}, 'tests', '{}', 'none', ${actor.accountId}, '{}', 'nobody', '2026-01-01', now())`.execute(tx)
      await sql`select pg_sleep(0.1)`.execute(tx)
    })
    const states = (await Promise.all([1, 2, 3].map(() => send(world, once, actor, requestId)))).map(({ state }) => state)
    assert.deepEqual(states.sort(), ['done', 'repeated', 'repeated'])
    assert.equal(await countOf(world, 'event'), 1)
  },
  { only: 'postgresql' },
)

committedTest(
  'two people who wait for each other both end: the one that the database stops is run again',
  async (world) => {
    const inOrder = (keys: readonly number[]) =>
      happening(async ({ tx }) => {
        for (const key of keys) {
          await sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(tx)
          await sql`select pg_sleep(0.2)`.execute(tx)
        }
      })
    const answers = await Promise.all([
      send(world, inOrder([1, 2]), anActor(), randomUUID()),
      send(world, inOrder([2, 1]), anActor(), randomUUID()),
    ])
    assert.deepEqual(
      answers.map(({ state }) => state),
      ['done', 'done'],
    )
    assert.equal(await countOf(world, 'event'), 2)
  },
  { only: 'postgresql' },
)
