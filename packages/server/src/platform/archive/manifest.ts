import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ArchiveFault } from './archive-fault.ts'

const NAME = 'manifest.json'

const manifestSchema = z.object({
  format: z.literal(1),
  /** A backup is put back whole on a database of the same kind; an export goes to another kind. */
  content: z.enum(['backup', 'export']),
  database: z.enum(['embedded', 'postgresql']),
  madeAt: z.string(),
  purpose: z.enum(['demonstration', 'service']).nullable(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.record(z.string(), z.object({ rows: z.number(), checksum: z.string() })),
  /** Name → next value, of what counts. */
  sequences: z.record(z.string(), z.object({ value: z.number(), called: z.boolean() })),
  audit: z.object({ number: z.number(), hash: z.string() }).nullable(),
  /** Name of each encryption key → its fingerprint, which says nothing of the key. */
  keys: z.record(z.string(), z.string()),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
})
export type Manifest = z.output<typeof manifestSchema>

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** A folder for an archive: new or empty, so that two archives never mix. Readable by its owner only: it holds people. */
export function openArchive(folder: string): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new ArchiveFault(`« ${folder} » existe et n’est pas vide : donnez un dossier nouveau, un par sauvegarde.`)
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

function force(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Closes an archive: its files are forced to the disk, then listed. Written last: a folder without a manifest is an archive that was interrupted. */
export async function closeArchive(folder: string, manifest: Omit<Manifest, 'format' | 'files'>): Promise<Manifest> {
  const files: Manifest['files'] = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    force(path)
    files[name] = { bytes: statSync(path).size, sha256: await checksumOf(path) }
  }
  const whole: Manifest = { format: 1, ...manifest, files }
  writeFileSync(join(folder, NAME), `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 })
  force(join(folder, NAME))
  force(folder)
  return whole
}

/** Reads an archive and checks every one of its files; refuses one that is not whole. */
export async function readArchive(folder: string, content: Manifest['content']): Promise<Manifest> {
  const path = join(folder, NAME)
  if (!existsSync(path)) {
    throw new ArchiveFault(
      `Il n’y a pas de « ${NAME} » dans « ${folder} » : ce n’est pas une archive de Maillage, ou elle n’a pas été terminée.`,
    )
  }
  const read = manifestSchema.safeParse(parsed(readFileSync(path, 'utf8')))
  if (!read.success) throw new ArchiveFault(`L’archive est abîmée : « ${NAME} » ne se lit pas. Prenez une autre sauvegarde.`)
  const manifest = read.data
  if (manifest.content !== content) {
    throw new ArchiveFault(
      manifest.content === 'export'
        ? 'Cette archive est un export : utilisez « npm run import ».'
        : 'Cette archive est une sauvegarde : utilisez « npm run restore ».',
    )
  }
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const file = join(folder, name)
    if (!existsSync(file)) throw new ArchiveFault(`L’archive est abîmée : le fichier « ${name} » manque. Prenez une autre sauvegarde.`)
    if (statSync(file).size !== bytes || (await checksumOf(file)) !== sha256) {
      throw new ArchiveFault(`L’archive est abîmée : le fichier « ${name} » n’est plus celui qui a été écrit. Prenez une autre sauvegarde.`)
    }
  }
  return manifest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
