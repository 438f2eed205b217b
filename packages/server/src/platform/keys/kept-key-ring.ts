import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationFault } from '../configuration/settings.ts'
import { type KeyRing, readKeyRing } from './key-ring.ts'

/** The file beside the embedded database, written as MAILLAGE_KEYS is. */
const FILE = 'keys'

/** The key of a demonstration that was given none: made at the first start and kept beside its data, or what was sealed yesterday would not open today. */
export function keptKeyRing(folder: string): KeyRing {
  const path = join(folder, FILE)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, `demonstration:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const ring = readKeyRing(readFileSync(path, 'utf8').trim())
  if (!ring)
    throw new ConfigurationFault(
      `Le fichier de clé « ${path} » est illisible\u00a0: remettez celui d’avant, ou donnez ses clés par MAILLAGE_KEYS.`,
    )
  return ring
}
