// `npm run import -- <folder>`: an export into a new database, every key and every row checked.
import { plural } from '@maillage/kernel'
import { importDatabase } from '../platform/archive/import.ts'
import { auditSentences } from '../platform/audit/verify-audit.ts'
import { archiveFolder, runCommand } from './command-stop.ts'
import { archiveTarget } from './on-administered.ts'

await runCommand(async () => {
  const folder = archiveFolder('npm run import -- <dossier>')
  const { target, keys } = archiveTarget()
  const { manifest, audit } = await importDatabase(folder, target, keys)
  const counted = Object.values(manifest.tables)
  const rows = counted.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `Import fini : ${plural(counted.length, 'table')} et ${plural(rows, 'ligne')}, clés vérifiées, comparées une à une avec l’export.`,
  )
  for (const sentence of auditSentences(audit)) (audit.fault ? console.error : console.log)(sentence)
  if (target.kind === 'postgresql')
    console.log('Donnez un mot de passe à maillage_web et à maillage_worker, puis démarrez le serveur avec DATABASE_URL.')
})
