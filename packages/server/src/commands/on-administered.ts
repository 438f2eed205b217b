import { existsSync } from 'node:fs'
import type { Target } from '../platform/archive/restore.ts'
import { readSettings } from '../platform/configuration/settings.ts'
import type { Administered } from '../platform/database/administered.ts'
import { openEmbedded } from '../platform/database/embedded.ts'
import { checkSchema } from '../platform/database/migrations.ts'
import { openPostgresql } from '../platform/database/postgresql.ts'
import type { KeyRing } from '../platform/keys/key-ring.ts'
import { CommandStop } from './command-stop.ts'

/**
 * The database that a command of the operator works on: the server of `DATABASE_ADMIN_URL`, else the folder of the embedded one, whose server
 * must be stopped. It must exist, at the version of this program: a command that reads must never create.
 */
async function open(): Promise<Administered> {
  const { databaseAdminUrl, dataFolder } = readSettings(process.env)
  if (databaseAdminUrl === null && !existsSync(`${dataFolder}/pg`)) {
    throw new CommandStop(
      `Il n’y a pas de base embarquée dans « ${dataFolder} ». Indiquez son dossier par DATA_DIR, ou l’adresse d’une base PostgreSQL par DATABASE_ADMIN_URL.`,
    )
  }
  const opened: Administered =
    databaseAdminUrl === null
      ? { kind: 'embedded', folder: dataFolder, source: await openEmbedded({ folder: dataFolder }) }
      : { kind: 'postgresql', url: databaseAdminUrl, source: openPostgresql(databaseAdminUrl, { connections: 3 }) }
  try {
    await checkSchema(opened.source)
  } catch (error) {
    await opened.source.end()
    throw error
  }
  return opened
}

/** Opens the database, works on it, and closes it whatever happens: an embedded one left open would keep the process alive. */
export async function onAdministered<T>(work: (opened: Administered) => Promise<T>): Promise<T> {
  const opened = await open()
  try {
    return await work(opened)
  } finally {
    await opened.source.end()
  }
}

/** Where an archive goes: the server of `DATABASE_ADMIN_URL`, else the folder of an embedded database, which must be new. */
export function archiveTarget(): { readonly target: Target; readonly keys: KeyRing | null } {
  const { databaseAdminUrl, dataFolder, keys } = readSettings(process.env)
  const target: Target =
    databaseAdminUrl === null ? { kind: 'embedded', folder: dataFolder } : { kind: 'postgresql', url: databaseAdminUrl }
  return { target, keys }
}
