import { Agent, request } from 'node:http'
import type { VirtualUser } from './virtual-users.ts'

export interface Answer {
  readonly status: number
  readonly location: string
  readonly body: string
}

/** One request that a journey makes, under the name its times are kept by. */
export interface Step {
  readonly name: string
  readonly user: VirtualUser
  readonly path: string
  /** Makes it a POST. */
  readonly form?: Readonly<Record<string, string>>
  /** What must come back; anything else is a failure. */
  readonly status: number
  readonly onAnswer?: (answer: Answer) => void
}

export interface LoadReport {
  readonly times: ReadonlyMap<string, readonly number[]>
  readonly sent: number
  readonly failures: ReadonlyMap<string, number>
  /** Requests a second that were really answered. */
  readonly rate: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends one request; a connection that breaks is status 0. */
export function send(address: string, { user, path, form }: Pick<Step, 'user' | 'path' | 'form'>): Promise<Answer> {
  const body = form && new URLSearchParams({ _csrf: user.csrf, ...form }).toString()
  return new Promise((resolve) => {
    const lost = () => resolve({ status: 0, location: '', body: '' })
    const sent = request(
      `${address}${path}`,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie: user.cookie,
          'x-forwarded-for': user.address,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }),
        },
        timeout: 30_000,
      },
      (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', lost)
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? '', body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('timeout', () => sent.destroy())
    sent.on('error', lost)
    sent.end(body)
  })
}

/**
 * Sends `perSecond` requests a second for a while, whether the answers come or not; a time runs from the moment the request was due, so that a slow
 * server cannot slow the measure down. `next` says what is asked.
 */
export async function load(
  address: string,
  { perSecond, seconds, next }: { readonly perSecond: number; readonly seconds: number; readonly next: () => Step },
): Promise<LoadReport> {
  const times = new Map<string, number[]>()
  const failures = new Map<string, number>()
  const running = new Set<Promise<void>>()
  const began = performance.now()
  let sent = 0
  const fire = (due: number) => {
    const step = next()
    const one = send(address, step).then((answer) => {
      const list = times.get(step.name) ?? []
      times.set(step.name, list)
      list.push(performance.now() - due)
      if (answer.status === step.status) step.onAnswer?.(answer)
      else {
        const said =
          `${step.name}: ${answer.status} ${/<h1[^>]*>(.*?)<\/h1>/s.exec(answer.body)?.[1] ?? ''} ${/error-summary[\s\S]{0,900}?<li>([\s\S]*?)<\/li>/.exec(answer.body)?.[1]?.replace(/<[^>]+>/g, '') ?? ''}`.trim()
        failures.set(said, (failures.get(said) ?? 0) + 1)
      }
    })
    running.add(one)
    void one.finally(() => running.delete(one))
  }
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now()
      if (sent >= perSecond * seconds) {
        clearInterval(timer)
        return resolve()
      }
      while (sent < perSecond * seconds && began + (sent * 1000) / perSecond <= now) fire(began + (sent++ * 1000) / perSecond)
    }, 2)
  })
  await Promise.all(running)
  return { times, sent, failures, rate: (sent * 1000) / (performance.now() - began) }
}
