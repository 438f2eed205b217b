/** A throw-away PostgreSQL server, or null when PostgreSQL is not on this machine. */
export function startPostgresql(options?: { readonly durable?: boolean; readonly settings?: readonly string[] }): Promise<{
  readonly url: string
  /** As PostgreSQL says it: « 15.18 » */
  readonly version: string
  urlOf(database: string, user?: string): string
  /** Stops at once, as a power cut of the program would, then starts again. */
  crash(): void
  /** Stops as an administrator does, stays away for so many milliseconds, then starts again; the caller goes on meanwhile. */
  restart(away: number): Promise<void>
  stop(): Promise<void>
} | null>
