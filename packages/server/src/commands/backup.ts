// `npm run backup -- <folder>`: the whole database into a new folder, which `npm run restore` puts back.
import { frenchNumber, plural } from '@maillage/kernel'
import { backup } from '../platform/archive/backup.ts'
import { systemClock } from '../platform/clock.ts'
import { readSettings } from '../platform/configuration/settings.ts'
import { archiveFolder, runCommand } from './command-stop.ts'
import { onAdministered } from './on-administered.ts'

await runCommand(async () => {
  const folder = archiveFolder('npm run backup -- <dossier>')
  const { keys } = readSettings(process.env)
  const { manifest, auditFault } = await onAdministered((opened) => backup(opened, folder, keys, systemClock))
  const counted = Object.values(manifest.tables)
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0)
  const rows = counted.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `Sauvegarde finie dans « ${folder} » : ${plural(counted.length, 'table')}, ${plural(rows, 'ligne')}, ${frenchNumber(bytes / 1e6, 1)} Mo.`,
  )
  if (manifest.audit) console.log(`Dernier scellé du journal : ${manifest.audit.number}:${manifest.audit.hash}`)
  const fingerprints = Object.entries(manifest.keys).map(([name, fingerprint]) => `${name} (${fingerprint})`)
  if (fingerprints.length > 0)
    console.log(`Gardez ailleurs les clés de MAILLAGE_KEYS, elles ne sont pas dans la sauvegarde : ${fingerprints.join(', ')}.`)
  if (auditFault) console.error(`Attention, le journal était déjà rompu avant la sauvegarde. ${auditFault}`)
})
