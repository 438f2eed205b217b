import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { ConnectionSource } from '../database/connection.ts'
import type { Database } from '../database/database.ts'
import type { Job } from './job.ts'

export interface JobRunner {
  /** Asks for a job now, or some seconds later; asking twice before it runs runs it once. */
  wake(name: string, seconds?: number): void
  stop(): Promise<void>
}

/**
 * Runs the jobs of the platform and of the slices by pg-boss, whose tables a migration made.
 * On the embedded database the queue takes its turn on the only connection, as `maillage_job`.
 */
export async function startJobs(
  jobs: readonly Job[],
  database: Database,
  source: ConnectionSource,
  clock: Clock,
  logger: Logger,
): Promise<JobRunner> {
  const boss = new PgBoss({
    schema: 'pgboss',
    createSchema: false,
    migrate: false,
    db: {
      async executeSql(text, values) {
        const held = await source.connect('the job queue')
        try {
          await held.execute('set role maillage_job')
          return { rows: values?.length ? (await held.query(text, values)).rows : await held.execute(text) }
        } finally {
          await held.execute(source.kind === 'embedded' ? 'set role maillage_web' : 'reset role').catch(() => {})
          held.release()
        }
      },
    },
  })
  // The queue throws objects of its own making: their message says what happened, the rest may quote what a job was given.
  boss.on('error', (error: { readonly message?: unknown }) =>
    logger.error(
      { err: error instanceof Error ? error : new Error(typeof error.message === 'string' ? error.message : 'unknown') },
      'job queue',
    ),
  )
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: 'short', retryLimit: 3 })
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, async () => {
      const started = performance.now()
      await job.run({ database, clock })
      logger.debug({ job: job.name, ms: Math.round(performance.now() - started) }, 'job')
    })
    if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: 'Europe/Paris' })
  }
  return {
    wake: (name, seconds = 0) =>
      void boss
        .send(name, {}, { singletonKey: name, startAfter: seconds })
        .catch((error: unknown) => logger.error({ err: error }, 'wake-up')),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
