import { spawn } from 'node:child_process'
import { ArchiveFault } from './archive-fault.ts'

/** The programs of PostgreSQL that copy a database; they come with its client. */
type Tool = 'pg_dump' | 'pg_restore'

/**
 * Runs a program of PostgreSQL on a database. The password goes by the environment: the arguments of a process are read by every account of the machine.
 */
export async function runTool(tool: Tool, url: string, options: readonly string[]): Promise<void> {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  const child = spawn(tool, ['--no-password', `--dbname=${address.href}`, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}), LC_ALL: 'C.UTF-8' },
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new ArchiveFault(
              `Le programme ${tool} est introuvable : installez le client PostgreSQL, d’une version au moins égale à celle du serveur (paquet postgresql-client).`,
            )
          : error,
      )
    })
    child.on('close', resolve)
  })
  if (code !== 0) throw new ArchiveFault(`${tool} s’est arrêté sans finir. Il dit : ${complaint.trim()}`)
}
