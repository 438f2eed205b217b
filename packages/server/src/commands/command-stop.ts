import { ArchiveFault } from '../platform/archive/archive-fault.ts'
import { ConfigurationFault } from '../platform/configuration/settings.ts'
import { FolderInUse } from '../platform/database/folder-lock.ts'
import { SchemaMismatch } from '../platform/database/migrations.ts'

/** A command cannot do what it was asked; the message says to the operator what to do instead. */
export class CommandStop extends Error {}

/** What the driver and the server answer when nobody is there, or when the account may not come in. */
const UNREACHABLE = /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|28000|28P01|3D000)$/

/** Runs a command of the operator: one sentence and exit code 1 when it stops; a fault keeps its trace. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code } = error as { readonly code?: string }
    if (
      error instanceof CommandStop ||
      error instanceof ArchiveFault ||
      error instanceof ConfigurationFault ||
      error instanceof FolderInUse ||
      error instanceof SchemaMismatch
    ) {
      console.error(error.message)
    } else if (code && UNREACHABLE.test(code)) {
      console.error(`La base ne répond pas ou refuse l’accès (${code}) : vérifiez DATABASE_ADMIN_URL.`)
    } else throw error
    process.exitCode = 1
  }
}

/** The only argument of a command that writes or reads an archive. */
export function archiveFolder(usage: string): string {
  const [folder, ...others] = process.argv.slice(2)
  if (folder === undefined || folder.startsWith('-') || others.length > 0) throw new CommandStop(usage)
  return folder
}
