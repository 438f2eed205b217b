import { migrations } from '../database/migrations.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { ArchiveFault } from './archive-fault.ts'
import type { Manifest } from './manifest.ts'

/** Refuses an archive whose encrypted parts nobody could read again with these keys. */
export function checkKeys({ keys }: Manifest, ring: KeyRing | null): void {
  for (const [name, fingerprint] of Object.entries(keys)) {
    const held = ring?.fingerprints[name]
    if (held === fingerprint) continue
    throw new ArchiveFault(
      held === undefined
        ? `MAILLAGE_KEYS ne contient pas la clé « ${name} » (empreinte ${fingerprint}) de cette archive : sans elle, ce qui est chiffré ne se lirait plus. Ajoutez-la.`
        : `La clé « ${name} » de MAILLAGE_KEYS (empreinte ${held}) n’est pas celle de cette archive (empreinte ${fingerprint}). Retrouvez la bonne.`,
    )
  }
}

/** Refuses an archive of another history of the schema. @returns how many migrations it lacks */
export function checkMigrations({ migrations: archived }: Manifest): number {
  const known = new Map(migrations().map(({ name, checksum }) => [name, checksum]))
  const unknown = archived.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  if (unknown.length > 0) {
    throw new ArchiveFault(`L’archive vient d’un programme plus récent (${unknown.join(', ')}) : installez d’abord cette version.`)
  }
  const changed = archived.filter(({ name, checksum }) => known.get(name) !== checksum).map(({ name }) => name)
  if (changed.length > 0) {
    throw new ArchiveFault(`L’archive vient d’un programme dont l’histoire est autre : ${changed.join(', ')} a changé depuis.`)
  }
  return known.size - archived.length
}
