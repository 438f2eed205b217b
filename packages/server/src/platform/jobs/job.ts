import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'

/** Work done at a time or on a wake-up, outside any request, as `maillage_job`. */
export interface Job {
  /** `slice-verb-noun`, a name of queue. */
  readonly name: string
  /** Cron expression in legal time of Paris; absent when only woken. */
  readonly schedule?: string
  /** Woken a few seconds after events were delivered, once for those that come meanwhile: what a reader waits for does not wait for the hour. */
  readonly afterEvents?: boolean
  run(context: JobContext): Promise<void>
}

export interface JobContext {
  readonly database: Database
  readonly clock: Clock
}
