import { sql } from 'kysely'
import type { AuditHead } from '../audit/verify-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { Tx } from '../database/database.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { ArchiveFault } from './archive-fault.ts'
import type { Manifest } from './manifest.ts'
import { contentsOf } from './table-contents.ts'

type Described = Pick<Manifest, 'purpose' | 'migrations' | 'tables' | 'sequences' | 'audit' | 'keys'>

async function sequencesOf(tx: Tx): Promise<Manifest['sequences']> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class where relnamespace = 'maillage'::regnamespace and relkind = 'S' order by 1`.execute(tx)
  const sequences: Manifest['sequences'] = {}
  for (const { name } of rows) {
    const read = await sql<{
      value: number
      called: boolean
    }>`select last_value as value, is_called as called from ${sql.table(name)}`.execute(tx)
    if (read.rows[0]) sequences[name] = read.rows[0]
  }
  return sequences
}

/** What a manifest says of a database. An audit already broken is kept as it is, and said: hiding it by refusing the backup would lose the rest. */
export async function describeDatabase(
  tx: Tx,
  keys: KeyRing | null,
): Promise<{ readonly described: Described; readonly auditFault: string | null }> {
  const { rows: deployed } = await sql<{ purpose: 'demonstration' | 'service' }>`select purpose from deployment`.execute(tx)
  const purpose = deployed[0]?.purpose ?? null
  if (purpose === 'service' && keys === null) {
    throw new ArchiveFault(
      'MAILLAGE_KEYS est vide : l’archive d’un service porte l’empreinte de ses clés, pour ne jamais être remise sans elles. Donnez les mêmes clés qu’au serveur.',
    )
  }
  const { rows: applied } = await sql<{ name: string; checksum: string }>`select name, checksum from migration order by name`.execute(tx)
  const { head, fault } = await verifyAudit(tx)
  const audit: AuditHead | null = head
  return {
    described: {
      purpose,
      migrations: applied,
      tables: await contentsOf(tx),
      sequences: await sequencesOf(tx),
      audit,
      keys: { ...keys?.fingerprints },
    },
    auditFault: fault,
  }
}
