import { after, test } from 'node:test'
import { day } from '@maillage/kernel'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { makeRuntime, makeServer } from '../../app.ts'
import type { Clock } from '../clock.ts'
import { contextOfNobody, type Runtime } from '../command/context.ts'
import type { ConnectionSource } from '../database/connection.ts'
import { Database, type Tx } from '../database/database.ts'
import type { DatabaseContext } from '../database/opener.ts'
import { SavepointSource } from './savepoint-source.ts'
import { TEST_KEYS } from './test-keys.ts'
import { freshDatabase, testServerUrl } from './test-source.ts'

/** A day on which everything in tests happens, unless a test sets its own. */
export const TEST_DAY = '2026-11-21'

/** A clock that tests move. */
export class TestClock implements Clock {
  #now = Temporal.Instant.from(`${TEST_DAY}T09:00:00Z`)
  now(): Temporal.Instant {
    return this.#now
  }
  set(instant: string): void {
    this.#now = Temporal.Instant.from(instant)
  }
}

/** What a test of commands, queries and pages works with. */
export interface World {
  readonly runtime: Runtime
  readonly database: Database
  readonly clock: TestClock
  /** Statements sent since the test began, without openers. */
  readonly statements: readonly string[]
  /** Writes what the test supposes, as the loader. */
  load<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs statements as the owner of the tables: to look at what nobody may read. */
  look(text: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** The web server on this world. */
  server(): Promise<FastifyInstance>
}

let opened: ReturnType<typeof freshDatabase> | undefined
after(async () => (await opened)?.drop())

/** What row security is told in a test that goes straight to the tables: nobody, nowhere, today, but for what is given. */
export const aContext = (given: Partial<DatabaseContext> = {}): DatabaseContext => ({
  ...contextOfNobody(day(TEST_DAY)),
  ...given,
})

// One server for the whole process: its routes take longer to lay than most tests to run. It works for the world that asked for it last.
let served: Runtime
let oneServer: Promise<FastifyInstance> | undefined
const ofCurrentWorld: Runtime = {
  get database() {
    return served.database
  },
  get law() {
    return served.law
  },
  get clock() {
    return served.clock
  },
  get ids() {
    return served.ids
  },
  get constraints() {
    return served.constraints
  },
  get keys() {
    return served.keys
  },
  get wake() {
    return served.wake
  },
}

function worldOn(source: ConnectionSource, statements: readonly string[], look: World['look']): World {
  const database = new Database(source)
  const clock = new TestClock()
  const runtime = makeRuntime(database, { clock, keys: TEST_KEYS })
  return {
    runtime,
    database,
    clock,
    statements,
    load: (work) => database.transaction({ role: 'maillage_loader', context: aContext() }, work),
    look,
    server: () => {
      served = runtime
      oneServer ??= makeServer(ofCurrentWorld, pino({ level: 'silent' }), { requestsPerMinute: 1_000_000 })
      return oneServer
    },
  }
}

/** A test on the database of its process, inside a transaction that is rolled back: tests never see each other. */
export function databaseTest(sentence: string, body: (world: World) => Promise<void>): void {
  test(sentence, async () => {
    opened ??= freshDatabase()
    const { source } = await opened
    const held = await source.connect('a test')
    try {
      await held.execute('begin; set local role maillage_web')
      const savepoints = new SavepointSource(held, source.kind)
      const look: World['look'] = async (text, parameters = []) => {
        await held.execute('set local role maillage_owner; set local search_path = maillage')
        const { rows } = await held.query(text, parameters)
        await held.execute('set local role maillage_web')
        return rows
      }
      await body(worldOn(savepoints, savepoints.statements, look))
    } finally {
      await held.execute('rollback')
      held.release()
    }
  })
}

/** A test that commits, on a database of its own: deliveries, kills, races. Slower: for what a rolled-back transaction cannot show. */
export function committedTest(
  sentence: string,
  body: (world: World) => Promise<void>,
  options: { readonly only?: 'postgresql' | 'embedded' } = {},
): void {
  const here = testServerUrl() === undefined ? 'embedded' : 'postgresql'
  test(sentence, { skip: (options.only ?? here) === here ? false : `on ${options.only} only` }, async () => {
    const { source, drop } = await freshDatabase()
    try {
      await body(
        worldOn(source, [], async (text, parameters = []) => {
          const held = await source.connect('a look')
          try {
            await held.execute('set role maillage_owner; set search_path = maillage')
            return (await held.query(text, parameters)).rows
          } finally {
            await held.execute('reset role; reset search_path')
            held.release()
          }
        }),
      )
    } finally {
      await drop()
    }
  })
}
