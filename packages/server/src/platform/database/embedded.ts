import { Worker } from 'node:worker_threads'
import type { ConnectionSource, HeldConnection, StatementResult } from './connection.ts'
import type { EmbeddedAnswer, EmbeddedRequest, EmbeddedStart } from './embedded-protocol.ts'
import { lockFolder } from './folder-lock.ts'
import { Turnstile } from './turnstile.ts'

/** An error of the database with the fields that `pg` gives: `code` and `constraint` are what the platform reads. */
class DatabaseFailure extends Error {
  constructor(failure: NonNullable<EmbeddedAnswer['failure']>) {
    super(failure.message)
    this.name = 'DatabaseFailure'
    Object.assign(this, failure)
  }
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never

export interface EmbeddedSource extends ConnectionSource {
  readonly kind: 'embedded'
  /** Writes the whole database into one file, from which another can start. */
  dump(path: string): Promise<void>
  /** Ends the thread without closing anything, as a crash would: for tests. */
  kill(): Promise<void>
}

export interface EmbeddedOptions {
  /** Where it lives; null keeps it in memory. */
  readonly folder: string | null
  readonly dump?: Uint8Array<ArrayBuffer>
  /** The login role it pretends to have: a statement without the opener then has no right at all. */
  readonly username?: 'maillage_web'
  /** How long somebody waits for the only connection, in milliseconds; five seconds when it is not said. */
  readonly patience?: number
}

/**
 * PostgreSQL inside the process, in a thread of its own, one connection taken in turn. It never forces its writes to the disk:
 * good for trial and small use, not for service.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedSource> {
  const unlock = options.folder === null ? () => {} : lockFolder(options.folder)
  const turnstile = new Turnstile(options.patience)
  const pending = new Map<number, { resolve(result: NonNullable<EmbeddedAnswer['result']>): void; reject(error: Error): void }>()
  let count = 0
  let ending: Promise<void> | undefined
  let broken: Error | undefined
  const started = Promise.withResolvers<void>()
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: {
      folder: options.folder === null ? null : `${options.folder}/pg`,
      dump: options.dump ?? null,
    } satisfies EmbeddedStart,
  })
  worker.on('message', (answer: EmbeddedAnswer) => {
    if (answer.id === 0) return started.resolve()
    const waiter = pending.get(answer.id)
    pending.delete(answer.id)
    if (answer.result) waiter?.resolve(answer.result)
    else waiter?.reject(answer.failure ? new DatabaseFailure(answer.failure) : new Error('The embedded database gave no answer'))
  })
  const breakAll = (error: Error) => {
    broken ??= error
    started.reject(error)
    for (const waiter of pending.values()) waiter.reject(error)
    pending.clear()
  }
  worker.on('error', (error) => breakAll(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => breakAll(new Error('The embedded database has stopped')))

  const ask = (request: Unnumbered<EmbeddedRequest>) =>
    new Promise<NonNullable<EmbeddedAnswer['result']>>((resolve, reject) => {
      // A thread that is gone answers nothing: without this, whoever asks would wait for ever.
      if (broken) return reject(broken)
      const id = ++count
      pending.set(id, { resolve, reject })
      worker.postMessage({ ...request, id })
    })

  try {
    await started.promise
  } catch (error) {
    unlock()
    throw error
  }
  if (options.username) await ask({ kind: 'script', text: `set role ${options.username}` })

  return {
    kind: 'embedded',
    async connect(holder = 'a query'): Promise<HeldConnection> {
      const leave = await turnstile.enter(holder)
      return {
        async query(text, parameters = []): Promise<StatementResult> {
          const { rows, affectedRows } = await ask({ kind: 'query', text, parameters })
          const command = (/^\s*(\w+)/.exec(text)?.[1] ?? 'select').toUpperCase() as StatementResult['command']
          return { command, rowCount: affectedRows, rows }
        },
        execute: async (script) => (await ask({ kind: 'script', text: script })).rows,
        release: leave,
      }
    },
    async dump(path) {
      await ask({ kind: 'dump', path })
    },
    async kill() {
      await worker.terminate()
    },
    end() {
      ending ??= (async () => {
        // Whoever still holds the connection is cut: what they committed is kept, the rest never happened.
        const leave = await turnstile.enter('the clean stop').catch(() => () => {})
        if (!broken) await ask({ kind: 'close' }).catch(() => {})
        worker.removeAllListeners('exit')
        await worker.terminate()
        unlock()
        leave()
      })()
      return ending
    },
  }
}
