import { invariant, readNir } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type KnownNir, nirPurpose } from '../model-nir.ts'
import { employmentOf, type NirRow } from '../tables.ts'

/** Opens what was sealed. A number that does not open is a fault: shown as absent, it would be a lie. */
export function openNir(keys: ReadCtx['keys'], { id, number, missing }: Pick<NirRow, 'id' | 'number' | 'missing'>): KnownNir {
  if (number === null) {
    invariant(missing !== null, 'a row of nir holds a number or a reason')
    return { id, number: null, missing }
  }
  const opened = keys.open(number, nirPurpose(id))
  const read = opened === undefined ? undefined : readNir(opened)
  invariant(read !== undefined && 'nir' in read, `the number of the row ${id} of nir opens with a key of MAILLAGE_KEYS`)
  return { id, number: read.nir, missing: null }
}

/** What the payroll of my organisation knows of somebody's number; several only where two files became one. Nothing for any other reader. */
export async function nirsOf({ tx, keys }: Pick<ReadCtx, 'tx' | 'keys'>, personId: string): Promise<readonly KnownNir[]> {
  const rows = await employmentOf(tx)
    .selectFrom('nir')
    .select(['id', 'number', 'missing'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => openNir(keys, row))
}
