// A throw-away PostgreSQL server for tests and benches: started in a folder of its own, durable writes off, stopped at the end.
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const binaries = () =>
  globSync('/usr/lib/postgresql/*/bin')
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .sort()
    .at(-1)

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Whether a server can be started here: its binaries are on this machine, and it need not run as root, which it refuses. */
export const hasPostgresql = () => binaries() !== undefined && (process.getuid?.() !== 0 || spawnSync('id', ['postgres']).status === 0)

/**
 * Starts a server with the roles and a migrated template; null when PostgreSQL is not on this machine.
 * PostgreSQL refuses to run as root: it then runs as the system account `postgres`.
 */
export async function startPostgresql({ durable = false, settings = [] } = {}) {
  const folder = binaries()
  if (!hasPostgresql()) return null
  const asRoot = process.getuid?.() === 0
  const home = mkdtempSync('/tmp/maillage-pg-')
  if (asRoot) execFileSync('chown', ['postgres', home])
  const port = await freePort()
  const shell = (command) => [asRoot ? 'su' : 'sh', asRoot ? ['postgres', '-s', '/bin/sh', '-c', command] : ['-c', command]]
  const call = (command) => execFileSync(...shell(command), { stdio: ['ignore', 'pipe', 'pipe'] })
  call(`${folder}/initdb -D ${home}/data -U maillage_superuser -A trust --locale=C.UTF-8 -E UTF8`)
  const options = [
    `-p ${port}`,
    `-k ${home}`,
    '-c listen_addresses=127.0.0.1',
    '-c max_connections=120',
    ...(durable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
    ...settings.map((each) => `-c ${each}`),
  ]
  const starting = `${folder}/pg_ctl -D ${home}/data -o '${options.join(' ')}' -l ${home}/log -w start`
  const start = () => call(starting)
  start()
  const url = (database, user = 'maillage_superuser') => `postgresql://${user}@127.0.0.1:${port}/${database}`
  call(`${folder}/createdb -h 127.0.0.1 -p ${port} -U maillage_superuser maillage_template`)
  const { openPostgresql } = await import('../packages/server/src/platform/database/postgresql.ts')
  const { migrate, rolesScript } = await import('../packages/server/src/platform/database/migrations.ts')
  const source = openPostgresql(url('maillage_template'), { connections: 1 })
  const held = await source.connect()
  await held.execute(rolesScript())
  held.release()
  await migrate(source)
  await source.end()
  return {
    url: url('postgres'),
    urlOf: url,
    folder,
    port,
    /** As PostgreSQL says it: « 15.18 ». */
    version: /\d+(\.\d+)*/.exec(execFileSync(`${folder}/postgres`, ['--version'], { encoding: 'utf8' }))?.[0] ?? '',
    /** Stops at once, as a power cut of the program would, then starts again. */
    crash: () => {
      call(`${folder}/pg_ctl -D ${home}/data -m immediate stop`)
      start()
    },
    /** Stops as an administrator does, stays away for a while, then starts again; the caller goes on meanwhile. */
    restart: async (away) => {
      const callLater = (command) => promisify(execFile)(...shell(command))
      await callLater(`${folder}/pg_ctl -D ${home}/data -m fast stop`)
      await wait(away)
      // What it prints goes to its log: a pipe kept by the server would never end.
      await callLater(`${starting} >/dev/null 2>&1`)
    },
    stop: async () => {
      try {
        call(`${folder}/pg_ctl -D ${home}/data -m immediate stop`)
      } finally {
        rmSync(home, { recursive: true, force: true })
      }
    },
  }
}
