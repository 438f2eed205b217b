import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConnectionBusy, Turnstile } from '../database/turnstile.ts'
import type { PressAnswer, PressOrder } from './press-protocol.ts'

/** A document made, or why it is not: `unprintable` when no font has one of its characters. */
export type Printed =
  | { readonly pdf: Uint8Array; readonly why?: undefined }
  | { readonly pdf?: undefined; readonly why: 'absent' | 'busy' | 'too-long' | 'unprintable' }

interface PressOptions {
  /** How long a document may take, and how long it may wait for its turn. */
  readonly milliseconds?: number
  readonly worker?: URL
}

interface Running {
  readonly child: ChildProcess
  readonly ready: Promise<'ready' | 'absent'>
}

const isAnswerTo = (id: number, answer: PressAnswer): answer is Exclude<PressAnswer, { starting: unknown }> =>
  'id' in answer && answer.id === id

/**
 * Makes PDF documents from Typst templates, in a process of its own, one at a time. One that takes too long is ended with the process, and the next
 * document starts another. Never called inside a transaction.
 */
export class Press {
  readonly #milliseconds: number
  readonly #worker: URL
  readonly #turnstile: Turnstile
  #running: Running | undefined
  #orders = 0

  constructor({ milliseconds = 10_000, worker = new URL('./press-worker.ts', import.meta.url) }: PressOptions = {}) {
    this.#milliseconds = milliseconds
    this.#worker = worker
    this.#turnstile = new Turnstile(milliseconds)
  }

  /** `template` is a Typst file that imports `/house.typ`; `data` is what it reads: text is data there, never markup. */
  async print(template: URL, data: unknown): Promise<Printed> {
    const leave = await this.#turnstile.enter('a document').catch((error: unknown) => {
      if (error instanceof ConnectionBusy) return null
      throw error
    })
    if (!leave) return { why: 'busy' }
    try {
      return await this.#printNow({ id: ++this.#orders, template: readFileSync(template, 'utf8'), data: JSON.stringify(data) })
    } finally {
      leave()
    }
  }

  /** Ends the process, if there is one. */
  stop(): void {
    this.#running?.child.kill('SIGKILL')
    this.#running = undefined
  }

  async #printNow(order: PressOrder): Promise<Printed> {
    const late = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => late.resolve('late'), this.#milliseconds)
    try {
      this.#running ??= this.#start()
      const answer = await Promise.race([this.#ask(this.#running, order), late.promise])
      if (answer === 'absent') return { why: 'absent' }
      if (answer === 'late') {
        this.stop()
        return { why: 'too-long' }
      }
      if ('pdf' in answer) return { pdf: answer.pdf }
      if (answer.fault === 'unprintable') return { why: 'unprintable' }
      throw new Error(`A document could not be made: ${answer.message}`)
    } finally {
      clearTimeout(timer)
    }
  }

  async #ask({ child, ready }: Running, order: PressOrder) {
    if ((await ready) === 'absent') return 'absent' as const
    const { promise, resolve, reject } = Promise.withResolvers<Exclude<PressAnswer, { starting: unknown }>>()
    const listen = (answer: PressAnswer) => {
      if (isAnswerTo(order.id, answer)) resolve(answer)
    }
    const gone = () => reject(new Error('The process that makes documents has ended'))
    child.on('message', listen)
    child.once('exit', gone)
    try {
      child.send(order)
      return await promise
    } finally {
      child.off('message', listen)
      child.off('exit', gone)
    }
  }

  #start(): Running {
    // Nothing of the environment: no address of a database, no key.
    const child = fork(fileURLToPath(this.#worker), [], { serialization: 'advanced', env: {}, execArgv: [] })
    const { promise, resolve } = Promise.withResolvers<'ready' | 'absent'>()
    child.once('message', (answer: PressAnswer) => resolve('starting' in answer ? answer.starting : 'absent'))
    // A document under way would outlive the server.
    const follow = () => child.kill('SIGKILL')
    process.once('exit', follow)
    child.once('exit', () => {
      process.off('exit', follow)
      resolve('absent')
      if (this.#running?.child === child) this.#running = undefined
    })
    // Idle, it does not hold the server back from stopping; it ends with it.
    child.unref()
    child.channel?.unref()
    return { child, ready: promise }
  }
}
