import { makeRuntime, makeServer, slices } from './app.ts'
import { sealAudit } from './platform/audit/seal-audit.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { ConfigurationFault, type Settings } from './platform/configuration/settings.ts'
import type { OpenDatabases } from './platform/database/open-database.ts'
import { dispatchEvents } from './platform/jobs/dispatch-events.ts'
import type { Job } from './platform/jobs/job.ts'
import { startJobs } from './platform/jobs/job-runner.ts'
import { checkSealed } from './platform/keys/check-sealed.ts'
import { keptKeyRing } from './platform/keys/kept-key-ring.ts'
import { makeLogger } from './platform/logging/logger.ts'
import { sendMail } from './platform/mail/send-mail.ts'

const DISPATCH = 'platform-dispatch-events'
const PATIENCE = 10_000
/** Seconds during which acts are gathered before what follows from them is computed: once for all, and never between two pages of one act. */
const SETTLING = 10

/**
 * Serves the platform on an open database until the process is asked to stop; then finishes what runs and closes in order.
 * @returns the address it listens on, and how to stop it
 */
export async function serve(
  databases: OpenDatabases,
  settings: Settings,
  clock: Clock = systemClock,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const purpose = await databases.database.beforeActor<{ answer: string | null }>('deployment_purpose', [])
  if (purpose?.answer === 'service' && settings.keys === null) {
    throw new ConfigurationFault(
      'MAILLAGE_KEYS est vide : un service ne démarre pas sans clé de chiffrement. Écrivez « nom:secret », le secret par « openssl rand -base64 32 ».',
    )
  }
  const keys = settings.keys ?? keptKeyRing(settings.dataFolder)
  await checkSealed(databases.database, keys)
  const logger = makeLogger(settings.logLevel)
  const handlers = slices.flatMap((slice) => slice.subscriptions ?? [])
  const jobs: readonly Job[] = [
    {
      name: DISPATCH,
      schedule: '* * * * *',
      run: async ({ database, clock }) => {
        if ((await dispatchEvents(database, clock, handlers)) > 0)
          for (const job of jobs) if (job.afterEvents) runner.wake(job.name, SETTLING)
      },
    },
    sendMail(settings.smtpUrl, settings.mailFrom),
    sealAudit,
    ...slices.flatMap((slice) => slice.jobs ?? []),
  ]
  const runtime = makeRuntime(databases.database, { clock, keys, wake: () => runner.wake(DISPATCH) })
  const [runner, server] = await Promise.all([
    startJobs(jobs, databases.jobs.database, databases.jobs.source, clock, logger),
    makeServer(runtime, logger, {
      secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
      publicUrl: settings.publicUrl,
      trustProxy: settings.trustProxy,
    }),
  ])
  const address = await server.listen({ host: settings.host, port: settings.port })
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      // What runs is waited for, not for ever: somebody who never sends the end of a form must not hold a restart.
      const impatience = setTimeout(() => server.server.closeAllConnections(), PATIENCE)
      await server.close()
      clearTimeout(impatience)
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
