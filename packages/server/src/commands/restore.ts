// `npm run restore -- <folder>`: a backup into an empty database, then every table compared with what the backup said.
import { plural } from '@maillage/kernel'
import { restore } from '../platform/archive/restore.ts'
import { auditSentences } from '../platform/audit/verify-audit.ts'
import { archiveFolder, runCommand } from './command-stop.ts'
import { archiveTarget } from './on-administered.ts'

await runCommand(async () => {
  const folder = archiveFolder('npm run restore -- <dossier>')
  const { target, keys } = archiveTarget()
  const { manifest, audit, behind } = await restore(folder, target, keys)
  const counted = Object.values(manifest.tables)
  const rows = counted.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `Restauration finie : ${plural(counted.length, 'table')} et ${plural(rows, 'ligne')}, comparées une à une avec la sauvegarde.`,
  )
  for (const sentence of auditSentences(audit)) (audit.fault ? console.error : console.log)(sentence)
  if (behind > 0) {
    console.log(
      target.kind === 'postgresql'
        ? `La sauvegarde est plus ancienne que ce programme : lancez « npm run migrate » (${plural(behind, 'migration')} à appliquer).`
        : 'La sauvegarde est plus ancienne que ce programme : la base sera mise à jour au prochain démarrage.',
    )
  }
  if (target.kind === 'postgresql')
    console.log('Donnez un mot de passe à maillage_web et à maillage_worker : la sauvegarde ne les contient pas.')
})
