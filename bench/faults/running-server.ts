import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const READY = /Maillage est prêt .* : (http:\/\/\S+)/
const PATIENCE = 60_000

/** The real server, as `npm start` runs it, in a process of its own. */
export interface RunningServer {
  readonly address: string
  /** What it has printed so far. */
  output(): string
  /** Ends it by a signal; answers its exit code, null when the signal killed it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts the server with these settings and waits until it says that it is ready. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, ['--import', './tools/tsx.mjs', 'demo/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const ready = Promise.withResolvers<string>()
  let output = ''
  const listen = (chunk: Buffer) => {
    output += chunk.toString()
    const address = READY.exec(output)?.[1]
    if (address) ready.resolve(address)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const refuse = () => ready.reject(new Error(`The server did not start:\n${output}`))
  void ended.then(refuse)
  const timer = setTimeout(refuse, PATIENCE)
  try {
    const address = await ready.promise
    return {
      address,
      output: () => output,
      async end(signal) {
        child.kill(signal)
        const [code] = (await ended) as [number | null]
        return code
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  } finally {
    clearTimeout(timer)
  }
}
