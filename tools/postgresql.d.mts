/** A throw-away PostgreSQL server, or null when PostgreSQL is not on this machine. */
export function startPostgresql(options?: { readonly durable?: boolean; readonly settings?: readonly string[] }): Promise<{
  readonly url: string
  urlOf(database: string, user?: string): string
  /** Stops at once, as a power cut of the program would, then starts again. */
  crash(): void
  stop(): Promise<void>
} | null>
