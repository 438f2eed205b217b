import { frenchList } from '@maillage/kernel'
import { ConfigurationFault } from '../configuration/settings.ts'
import type { Database } from '../database/database.ts'
import type { KeyRing } from './key-ring.ts'

interface Sample {
  readonly purpose: string
  readonly sealed: string
}

/** Tries one text of each key that sealed some: somebody who took a key away, or wrote another secret under its name, must know it before a reader does. */
export async function checkSealed(database: Database, keys: KeyRing): Promise<void> {
  const found = await database.beforeActor<{ readonly answer: readonly Sample[] }>('sealed_samples', [])
  const closed = (found?.answer ?? []).filter(({ sealed, purpose }) => keys.open(sealed, purpose) === undefined)
  if (closed.length === 0) return
  const names = closed.map(({ sealed }) => `«\u00a0${sealed.split('.')[0]}\u00a0»`)
  throw new ConfigurationFault(
    `Des textes de la base ont été chiffrés par une clé que ce service n’a pas, ou dont le secret a changé\u00a0: ${frenchList(names)}. Remettez-la dans MAILLAGE_KEYS, à la suite des autres.`,
  )
}
