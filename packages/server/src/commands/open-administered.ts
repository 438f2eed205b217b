import { existsSync } from 'node:fs'
import { readSettings } from '../platform/configuration/settings.ts'
import type { ConnectionSource } from '../platform/database/connection.ts'
import { type EmbeddedSource, openEmbedded } from '../platform/database/embedded.ts'
import { checkSchema } from '../platform/database/migrations.ts'
import { openPostgresql } from '../platform/database/postgresql.ts'
import { CommandStop } from './command-stop.ts'

/** A database that exists, in the hands of who administers it. */
export type Administered =
  | { readonly kind: 'postgresql'; readonly source: ConnectionSource; readonly url: string }
  | { readonly kind: 'embedded'; readonly source: EmbeddedSource; readonly folder: string }

/**
 * The database that a command of the operator works on: the server of `DATABASE_ADMIN_URL`, else the folder of the embedded one, whose server
 * must be stopped. It must exist, at the version of this program: a command that reads must never create.
 */
export async function openAdministered(): Promise<Administered> {
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
