import type { ConnectionSource, HeldConnection, StatementResult } from '../database/connection.ts'
import { Turnstile } from '../database/turnstile.ts'

const DONE: StatementResult = { command: 'SELECT', rowCount: 0, rows: [] }

/**
 * Makes every transaction a savepoint of one outer transaction that a test rolls back: the code under test does not know.
 * A commit checks the deferred constraints and gives the role back, as a real one does.
 */
export class SavepointSource implements ConnectionSource {
  readonly kind: ConnectionSource['kind']
  /** Statements sent by the code under test, without the opening and closing of transactions. */
  readonly statements: string[] = []
  readonly #held: HeldConnection
  readonly #turnstile = new Turnstile(20_000)
  #depth = 0

  constructor(held: HeldConnection, kind: ConnectionSource['kind']) {
    this.#held = held
    this.kind = kind
  }

  async connect(): Promise<HeldConnection> {
    const leave = await this.#turnstile.enter('a test')
    let readOnly = false
    // A commit that a deferred constraint refuses has already undone everything: what the driver then undoes is nothing.
    let undone = false
    return {
      query: async (text, parameters = []) => {
        const opening = /^\s*(begin|start transaction)\b(.*)$/i.exec(text)
        if (opening) {
          readOnly = /read only/i.test(opening[2] ?? '')
          undone = false
          await this.#held.execute(`savepoint request_${++this.#depth}${readOnly ? '; set local transaction_read_only = on' : ''}`)
          return DONE
        }
        if (/^\s*commit\b/i.test(text)) {
          try {
            await this.#end(readOnly)
          } catch (error) {
            this.#depth++
            await this.#end(true)
            undone = true
            throw error
          }
          return DONE
        }
        if (/^\s*rollback\b/i.test(text)) {
          if (!undone) await this.#end(true)
          return DONE
        }
        if (!text.startsWith("select set_config('role'")) this.statements.push(text)
        return this.#held.query(text, parameters)
      },
      execute: (script) => this.#held.execute(script),
      release: leave,
    }
  }

  async #end(undo: boolean): Promise<void> {
    const name = `request_${this.#depth--}`
    const end = undo
      ? `rollback to savepoint ${name}; release savepoint ${name}`
      : `set constraints all immediate; release savepoint ${name}`
    try {
      await this.#held.execute(end)
    } finally {
      await this.#held.execute('set local role maillage_web').catch(() => {})
    }
  }

  end(): Promise<void> {
    return Promise.resolve()
  }
}
