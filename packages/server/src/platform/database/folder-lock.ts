import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody else uses the data folder; the message is for the person who starts the server. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: number) {
    super(
      `Le dossier de données « ${folder} » est déjà utilisé par le processus ${holder}. Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.`,
    )
    this.name = 'FolderInUse'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/**
 * Takes a folder for this process alone. Two embedded databases on one folder corrupt it, and nothing below us refuses the second.
 * A lock whose process is gone (a kill, a power cut) is taken over.
 * @returns what gives the folder back
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'maillage.lock')
  for (;;) {
    try {
      const file = openSync(path, 'wx', 0o600)
      writeSync(file, String(process.pid))
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(path)
      if (holder !== undefined && isAlive(holder)) throw new FolderInUse(folder, holder)
      rmSync(path, { force: true })
    }
  }
}
