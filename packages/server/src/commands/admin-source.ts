import { readSettings } from '../platform/configuration/settings.ts'
import { openPostgresql } from '../platform/database/postgresql.ts'

/** The database as its administrator; a sentence and the end when no address is given. */
export function adminSource() {
  const { databaseAdminUrl } = readSettings(process.env)
  if (databaseAdminUrl === null) {
    console.error(
      'DATABASE_ADMIN_URL est vide : indiquez l’adresse de la base PostgreSQL à préparer. La base embarquée se prépare seule au démarrage.',
    )
    process.exit(1)
  }
  return openPostgresql(databaseAdminUrl, { connections: 1 })
}
