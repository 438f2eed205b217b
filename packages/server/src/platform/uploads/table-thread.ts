import { Worker } from 'node:worker_threads'
import { ConnectionBusy, Turnstile } from '../database/turnstile.ts'
import type { TableAnswer, TableOrder } from './table-protocol.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

const turnstile = new Turnstile(UPLOAD_LIMITS.milliseconds)
const WORKER = new URL('./table-worker.ts', import.meta.url)

interface Options {
  readonly milliseconds?: number
  readonly worker?: URL
}

/** One order in a thread of its own, one at a time, ended when it takes too long. */
export async function inTableThread(
  order: TableOrder,
  { milliseconds = UPLOAD_LIMITS.milliseconds, worker = WORKER }: Options = {},
): Promise<TableAnswer | 'busy' | 'too-long'> {
  const leave = await turnstile.enter('a file').catch((error: unknown) => {
    if (error instanceof ConnectionBusy) return null
    throw error
  })
  if (!leave) return 'busy'
  // Nothing of the environment: no address of a database, no key.
  const thread = new Worker(worker, { workerData: order, env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } })
  const { promise, resolve, reject } = Promise.withResolvers<TableAnswer | 'too-long'>()
  thread.once('message', resolve)
  thread.once('error', (error: Error & { readonly code?: string }) =>
    // Out of its share of memory is too much work, as out of time is.
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('too-long') : reject(error),
  )
  thread.once('exit', () => reject(new Error('The thread of tables ended without an answer')))
  const timer = setTimeout(() => resolve('too-long'), milliseconds)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await thread.terminate()
    leave()
  }
}
