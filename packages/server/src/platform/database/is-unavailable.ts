/** Codes of the network, and classes of PostgreSQL: connection exceptions, too many connections, shutting down, starting. */
const CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08...|53300|57P0[1-3])$/
/** What `pg` says without a code. */
const SENTENCES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether an error says that the database is away, not that something is wrong with what was asked: it stopped, it starts, the way to it broke. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as Error & { readonly code?: unknown }
  return (typeof code === 'string' && CODES.test(code)) || SENTENCES.test(error.message)
}
