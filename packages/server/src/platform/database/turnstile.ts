/** Nobody got the only connection in time; names who kept it. */
export class ConnectionBusy extends Error {
  constructor(holder: string, waited: number) {
    super(`The embedded database was held by "${holder}" for more than ${waited} ms`)
    this.name = 'ConnectionBusy'
  }
}

/**
 * A queue for one thing used by one at a time. Waiting is bounded, and whoever fails is told who held it.
 * @example const leave = await turnstile.enter('organisations/add-worksite')
 */
export class Turnstile {
  readonly #limit: number
  readonly #waiting: { holder: string; admit: () => void }[] = []
  #holder: string | null = null

  constructor(limit = 5000) {
    this.#limit = limit
  }

  enter(holder: string): Promise<() => void> {
    if (this.#holder === null) {
      this.#holder = holder
      return Promise.resolve(this.#leave())
    }
    return new Promise((resolve, reject) => {
      const waiter = {
        holder,
        admit: () => {
          clearTimeout(timer)
          this.#holder = holder
          resolve(this.#leave())
        },
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(new ConnectionBusy(this.#holder ?? 'nobody', this.#limit))
      }, this.#limit)
      this.#waiting.push(waiter)
    })
  }

  #leave(): () => void {
    let left = false
    return () => {
      if (left) return
      left = true
      this.#holder = null
      this.#waiting.shift()?.admit()
    }
  }
}
