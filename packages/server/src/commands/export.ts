// `npm run export -- <folder>`: every table into a new folder, which `npm run import` puts into another database, embedded or not.
import { plural } from '@maillage/kernel'
import { exportDatabase } from '../platform/archive/export.ts'
import { systemClock } from '../platform/clock.ts'
import { readSettings } from '../platform/configuration/settings.ts'
import { archiveFolder, runCommand } from './command-stop.ts'
import { onAdministered } from './on-administered.ts'

await runCommand(async () => {
  const folder = archiveFolder('npm run export -- <dossier>')
  const { keys } = readSettings(process.env)
  const { manifest, auditFault } = await onAdministered(({ source }) => exportDatabase(source, folder, keys, systemClock))
  const counted = Object.values(manifest.tables)
  const rows = counted.reduce((sum, table) => sum + table.rows, 0)
  console.log(`Export fini dans « ${folder} » : ${plural(counted.length, 'table')}, ${plural(rows, 'ligne')}.`)
  if (auditFault) console.error(`Attention, le journal était déjà rompu avant l’export. ${auditFault}`)
})
