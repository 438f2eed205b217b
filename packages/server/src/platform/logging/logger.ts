import { type Logger, pino } from 'pino'

/**
 * The log of the server. It says what was asked (the pattern of the address, never the address), how it ended and how long it took.
 * No name, no e-mail, no body, no query: whoever reads logs learns nothing about people.
 */
export function makeLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorWithoutData } }
  return destination ? pino(options, destination) : pino(options)
}

// `JSON.parse` quotes what it could not read, Zod what it refused.
const QUOTING = new Set(['SyntaxError', 'ZodError', '$ZodError'])

/** Databases quote values in `detail` and sometimes in the message: keep the code, the constraint and where it happened. */
export function errorWithoutData(error: unknown): Record<string, unknown> {
  // What is thrown may be anything: only an error has parts that are ours to say.
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { name, message, code, constraint, table, stack, cause } = error as Error & Record<string, unknown>
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  const places = (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return {
    name,
    message: fromDatabase ? 'database error' : QUOTING.has(name) ? 'unreadable text' : message,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    at: places,
    ...(cause ? { cause: errorWithoutData(cause) } : {}),
  }
}
