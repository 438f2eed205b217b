import { invariant, type Sensitivity } from '@maillage/kernel'
import type { KeyRing } from '../../platform/keys/key-ring.ts'
import { isPersonal } from './model-barriers.ts'

/** What the database is given of a text: itself, or sealed for its row when it is of health or justice. */
export const wordsToStore = (keys: KeyRing, sensitivity: Sensitivity, row: string, text: string | null): string | null =>
  text === null || !isPersonal(sensitivity) ? text : keys.seal(text, row)

/** The text of a row. One that does not open is a fault: shown as absent, it would be a lie. */
export function storedWords(keys: KeyRing, sensitivity: Sensitivity, row: string, stored: string | null): string | null {
  if (stored === null || !isPersonal(sensitivity)) return stored
  const opened = keys.open(stored, row)
  invariant(opened !== undefined, `the text of ${row} opens with a key of MAILLAGE_KEYS`)
  return opened
}
