import { makeRuntime, makeServer, slices } from './app.ts'
import { systemClock } from './platform/clock.ts'
import type { Settings } from './platform/configuration/settings.ts'
import type { OpenDatabases } from './platform/database/open-database.ts'
import { dispatchEvents } from './platform/jobs/dispatch-events.ts'
import type { Job } from './platform/jobs/job.ts'
import { startJobs } from './platform/jobs/job-runner.ts'
import { makeLogger } from './platform/logging/logger.ts'
import { sendMail } from './platform/mail/send-mail.ts'

const DISPATCH = 'platform-dispatch-events'

/**
 * Serves the platform on an open database until the process is asked to stop; then finishes what runs and closes in order.
 * @returns the address it listens on, and how to stop it
 */
export async function serve(databases: OpenDatabases, settings: Settings): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const logger = makeLogger(settings.logLevel)
  const handlers = slices.flatMap((slice) => slice.subscriptions ?? [])
  const jobs: readonly Job[] = [
    { name: DISPATCH, schedule: '* * * * *', run: async ({ database, clock }) => void (await dispatchEvents(database, clock, handlers)) },
    sendMail(settings.smtpUrl, settings.mailFrom),
    ...slices.flatMap((slice) => slice.jobs ?? []),
  ]
  const runner = await startJobs(jobs, databases.jobs.database, databases.jobs.source, systemClock, logger)
  const runtime = makeRuntime(databases.database, { wake: () => runner.wake(DISPATCH) })
  const server = await makeServer(runtime, logger, {
    secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
    trustProxy: settings.trustProxy,
  })
  const address = await server.listen({ host: settings.host, port: settings.port })
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      await server.close()
      await runner.stop()
      await databases.close()
    })()
    return stopping
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'stop')
          process.exit(1)
        },
      )
    })
  }
  return { address, stop }
}
