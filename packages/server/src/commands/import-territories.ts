// `npm run import-territories -- --file zones.csv --kind bassin --vintage 2026 --origin "Insee, zones d’emploi"`: makes a publisher's edition the map.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseDate } from '@maillage/kernel'
import { type GroupingEdition, importGroupings } from '../modules/territories/import/import-groupings.ts'
import { readGroupings } from '../modules/territories/import/read-groupings.ts'
import { DRAWN_KINDS } from '../modules/territories/model.ts'
import { contextOfNobody } from '../platform/command/context.ts'
import { readSettings } from '../platform/configuration/settings.ts'
import type { ConnectionSource } from '../platform/database/connection.ts'
import { Database } from '../platform/database/database.ts'
import { openEmbedded } from '../platform/database/embedded.ts'
import { FolderInUse } from '../platform/database/folder-lock.ts'
import { SchemaMismatch } from '../platform/database/migrations.ts'
import { prepareEmbedded } from '../platform/database/open-database.ts'
import { openPostgresql } from '../platform/database/postgresql.ts'

const USAGE =
  'npm run import-territories -- --file fichier.csv --kind bassin|perimeter --vintage 2026 --origin "Insee, zones d’emploi"\n' +
  '  [--first-day 2026-01-01] [--commune-column commune] [--code-column code] [--name-column name]'

function stop(...sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    file: text,
    kind: text,
    vintage: text,
    origin: text,
    'first-day': text,
    'commune-column': { ...text, default: 'commune' },
    'code-column': { ...text, default: 'code' },
    'name-column': { ...text, default: 'name' },
  },
})

const { file, vintage, origin } = values
const kind = DRAWN_KINDS.find((each) => each === values.kind)
if (!file || !vintage || !origin || !kind) stop('Il manque une option.', USAGE)
if (!existsSync(file)) stop(`Le fichier « ${file} » n’existe pas.`)
const firstDay = parseDate(values['first-day'] ?? `${vintage}-01-01`)
if (firstDay === undefined) stop('Le premier jour s’écrit 2026-01-01 ; sans --first-day, le millésime doit être une année.', USAGE)

const read = readGroupings(readFileSync(file, 'utf8'), {
  commune: values['commune-column'],
  code: values['code-column'],
  name: values['name-column'],
})
if (read.faults.length > 0) stop('Rien n’a été importé.', ...read.faults)

const { databaseAdminUrl, dataFolder } = readSettings(process.env)

/** A server when an administrator's address is given, else the folder of the embedded database. */
async function open(): Promise<ConnectionSource> {
  if (databaseAdminUrl !== null) return openPostgresql(databaseAdminUrl, { connections: 1 })
  const embedded = await openEmbedded({ folder: dataFolder })
  await prepareEmbedded(embedded)
  return embedded
}

const source = await open().catch((error: unknown) => {
  if (error instanceof FolderInUse || error instanceof SchemaMismatch) return stop(error.message)
  throw error
})
const edition: GroupingEdition = { kind, vintage, origin, firstDay }
const answer = await new Database(source).transaction({ role: 'maillage_loader', context: contextOfNobody(firstDay) }, (tx) =>
  importGroupings(tx, edition, read.groupings),
)
await source.end()
if (answer.state === 'refused') stop('Rien n’a été importé.', ...answer.faults)
console.log(`${answer.groupings} territoires et ${answer.communes} rattachements de communes importés ; ${answer.ended} territoires clos.`)
