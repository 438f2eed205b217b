import { type Logger, pino } from 'pino'

/**
 * The log of the server. It says what was asked (the pattern of the address, never the address), how it ended and how long it took.
 * No name, no e-mail, no body, no query: whoever reads logs learns nothing about people.
 */
export function makeLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorWithoutData } }
  return destination ? pino(options, destination) : pino(options)
}

/** Databases quote values in `detail` and sometimes in the message: keep the code, the constraint and where it happened. */
export function errorWithoutData(error: unknown): Record<string, unknown> {
  const { name, message, code, constraint, table, stack, cause } = error as Error & Record<string, unknown>
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  const places = (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return {
    name,
    message: fromDatabase ? 'database error' : message,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    at: places,
    ...(cause ? { cause: errorWithoutData(cause) } : {}),
  }
}
