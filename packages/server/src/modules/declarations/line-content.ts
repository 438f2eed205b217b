import { invariant } from '@maillage/kernel'
import type { KeyRing } from '../../platform/keys/key-ring.ts'
import type { ImportLine, LineReason } from './import-run.ts'

/** What a line of a file says of somebody, and what was made of it: a grid tells difficulties of health or of justice in plain words. */
type LineContent<R> = Pick<ImportLine<R>, 'cells' | 'corrections' | 'reading' | 'reasons'>

/** The table and the row: what was sealed for a line opens on no other. */
const purposeOf = (lineId: string) => `import_line ${lineId}`

export function sealContent(keys: KeyRing, lineId: string, { cells, corrections, reading, reasons }: LineContent<unknown>): string {
  return keys.seal(JSON.stringify({ cells, corrections, reading, reasons }), purposeOf(lineId))
}

const ERASED = { cells: null, corrections: null, reading: null, reasons: [] as readonly LineReason[] } as const

/** What the line holds; nothing once erased. A text that does not open is a fault: shown as erased, it would be a lie. */
export function openContent<R>(keys: KeyRing, { id, content }: { readonly id: string; readonly content: string | null }): LineContent<R> {
  if (content === null) return ERASED
  const opened = keys.open(content, purposeOf(id))
  invariant(opened !== undefined, `the content of the import line ${id} opens with a key of MAILLAGE_KEYS`)
  return JSON.parse(opened) as LineContent<R>
}
