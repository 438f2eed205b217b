import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../command/context.ts'
import { contextOfNobody } from '../command/context.ts'
import type { Tx } from '../database/database.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EventHandler } from '../events/event-handler.ts'
import { committedTest, TEST_DAY, type World } from '../testing/database-test.ts'
import { dispatchEvents } from './dispatch-events.ts'
import { failedDeliveries } from './failed-deliveries.ts'

const [ANNE, BRUNO] = [randomUUID(), randomUUID()]
const context = contextOfNobody(day(TEST_DAY))
const asApp = <T>({ database }: World, work: (tx: Tx) => Promise<T>) => database.transaction({ role: 'maillage_app', context }, work)
const ctxOf = ({ runtime, clock }: World, tx: Tx): Ctx => ({
  tx,
  actor: { accountId: '', sessionHash: '', name: '', administrator: false, hat: null, hats: [] },
  law: runtime.law,
  today: day(TEST_DAY),
  now: clock.now(),
  ids: runtime.ids,
  keys: runtime.keys,
  requestId: randomUUID(),
})
const say = (world: World, tx: Tx, subjectId: string, step: number) =>
  emitEvent(ctxOf(world, tx), { type: 'tests/happened', version: 1, subjectId, ids: { step: String(step) } })

/** A handler that remembers what it was told, and fails when told to. */
function listener(heard: string[], fails: (step: string, subjectId: string) => boolean = () => false): EventHandler {
  return {
    name: 'tests/listen',
    event: 'tests/happened',
    async handle({ tx, event }) {
      await sql`insert into audit (id, recorded_at, role, screen, command, outcome, request_id)
        values (${randomUUID()}, now(), 'none', 'tests', ${event.id}, 'done', ${randomUUID()})`.execute(tx)
      if (fails(event.ids['step'] ?? '', event.subjectId)) throw new TypeError('Le nom de Mme Dupont est trop long')
      heard.push(event.ids['step'] ?? '')
    },
  }
}

committedTest('what happened is told after the commit, once, in order, also when said in the same millisecond', async (world) => {
  const heard: string[] = []
  const handlers = [listener(heard)]
  for (let batch = 0; batch < 3; batch++) {
    await asApp(world, async (tx) => {
      for (let step = 0; step < 20; step++) await say(world, tx, ANNE, batch * 20 + step)
    })
  }
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 60)
  assert.deepEqual(
    heard,
    Array.from({ length: 60 }, (_, step) => String(step)),
  )
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 0)
  await world.look('update event set dispatched_at = null')
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 0, 'spread again after a crash, delivered no second time')
  assert.equal((await world.look("select from audit where screen = 'tests'")).length, 60)
})

committedTest('what was rolled back never happened', async (world) => {
  const heard: string[] = []
  await assert.rejects(
    asApp(world, async (tx) => {
      await say(world, tx, ANNE, 1)
      throw new Error('refused')
    }),
  )
  assert.equal(await dispatchEvents(world.database, world.clock, [listener(heard)]), 0)
})

committedTest('a handler that fails leaves nothing, holds back its own subject only, and is tried again later and later', async (world) => {
  const heard: string[] = []
  let broken = true
  const handlers = [listener(heard, (step) => broken && step === '1')]
  await asApp(world, async (tx) => {
    await say(world, tx, ANNE, 1)
    await say(world, tx, ANNE, 2)
    await say(world, tx, BRUNO, 3)
  })
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 1)
  assert.deepEqual(heard, ['3'])
  assert.equal(
    (await world.look("select from audit where screen = 'tests'")).length,
    1,
    'the effect of the failure is undone with its mark',
  )
  const [waiting] = await world.look(
    'select attempts, last_failure, extract(epoch from next_attempt_at - $1::timestamptz)::integer as wait from delivery where attempts > 0',
    [world.clock.now().toString()],
  )
  assert.deepEqual(waiting, { attempts: 1, last_failure: 'TypeError', wait: 2 })
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 0, 'not before its time')
  world.clock.set('2026-11-21T09:00:03Z')
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 0)
  const [later] = await world.look(
    'select attempts, extract(epoch from next_attempt_at - $1::timestamptz)::integer as wait from delivery where attempts > 0',
    [world.clock.now().toString()],
  )
  assert.deepEqual(later, { attempts: 2, wait: 4 })
  broken = false
  world.clock.set('2026-11-21T09:00:10Z')
  assert.equal(await dispatchEvents(world.database, world.clock, handlers), 2)
  assert.deepEqual(heard, ['3', '1', '2'])
})

committedTest('after ten failures a delivery is given up, listed without what it held, and the subject goes on', async (world) => {
  const heard: string[] = []
  const handlers = [listener(heard, (step) => step === '1')]
  await asApp(world, async (tx) => {
    await say(world, tx, ANNE, 1)
    await say(world, tx, ANNE, 2)
  })
  for (let hour = 0; hour < 12; hour++) {
    world.clock.set(`2026-11-22T${String(hour).padStart(2, '0')}:00:00Z`)
    await dispatchEvents(world.database, world.clock, handlers)
  }
  assert.deepEqual(heard, ['2'])
  const failed = await world.database.transaction({ role: 'maillage_job', context }, failedDeliveries)
  assert.deepEqual(
    failed.map(({ handler, attempts, lastFailure, type }) => [type, handler, attempts, lastFailure]),
    [['tests/happened', 'tests/listen', 10, 'TypeError']],
  )
  assert.doesNotMatch(JSON.stringify(await world.look('select row_to_json(delivery) as line from delivery')), /Dupont/)
})

committedTest('a delivery to a handler that this process does not know waits for one that does', async (world) => {
  const heard: string[] = []
  await asApp(world, (tx) => say(world, tx, ANNE, 1))
  const failing = listener([], () => true)
  await dispatchEvents(world.database, world.clock, [failing])
  world.clock.set('2026-11-21T10:00:00Z')
  assert.equal(await dispatchEvents(world.database, world.clock, []), 0)
  assert.equal(await dispatchEvents(world.database, world.clock, [listener(heard)]), 1)
  assert.deepEqual(heard, ['1'])
})

committedTest(
  'two dispatchers at once tell each thing once',
  async (world) => {
    const heard: string[] = []
    const handlers = [listener(heard)]
    await asApp(world, async (tx) => {
      for (let step = 0; step < 20; step++) await say(world, tx, step % 2 === 0 ? ANNE : BRUNO, step)
    })
    await Promise.all([1, 2, 3].map(() => dispatchEvents(world.database, world.clock, handlers)))
    assert.equal(heard.length, 20)
    for (const parity of [0, 1]) {
      const told = heard.map(Number).filter((step) => step % 2 === parity)
      assert.deepEqual(
        told,
        [...told].sort((a, b) => a - b),
      )
    }
  },
  { only: 'postgresql' },
)

committedTest(
  'an event not yet committed is not passed over, though others said later are committed before it',
  async (world) => {
    const heard: string[] = []
    const handlers = [listener(heard)]
    const [said, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = asApp(world, async (tx) => {
      await say(world, tx, ANNE, 1)
      said.resolve()
      await mayCommit.promise
    })
    await said.promise
    await asApp(world, (tx) => say(world, tx, BRUNO, 2))
    assert.equal(await dispatchEvents(world.database, world.clock, handlers), 0)
    assert.deepEqual(await world.look('select from event where dispatched_at is not null'), [])
    mayCommit.resolve()
    await slow
    assert.equal(await dispatchEvents(world.database, world.clock, handlers), 2)
    assert.deepEqual(heard, ['1', '2'])
  },
  { only: 'postgresql' },
)

committedTest(
  'a transaction begun first that speaks last of the same subject is told last',
  async (world) => {
    const heard: string[] = []
    const handlers = [listener(heard)]
    const [begun, maySpeak, gap, mayEnd] = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ]
    const older = asApp(world, async (tx) => {
      await sql`select pg_current_xact_id()`.execute(tx)
      begun.resolve()
      await maySpeak.promise
      await say(world, tx, ANNE, 2)
    })
    await begun.promise
    // Holds the horizon between the two transactions.
    const between = asApp(world, async (tx) => {
      await sql`select pg_current_xact_id()`.execute(tx)
      gap.resolve()
      await mayEnd.promise
    })
    await gap.promise
    await asApp(world, (tx) => say(world, tx, ANNE, 1))
    maySpeak.resolve()
    await older
    assert.equal(await dispatchEvents(world.database, world.clock, handlers), 0, 'the second thing said waits for the first')
    mayEnd.resolve()
    await between
    assert.equal(await dispatchEvents(world.database, world.clock, handlers), 2)
    assert.deepEqual(heard, ['1', '2'])
  },
  { only: 'postgresql' },
)
