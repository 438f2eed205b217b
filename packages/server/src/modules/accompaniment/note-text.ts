import { invariant } from '@maillage/kernel'
import type { KeyRing } from '../../platform/keys/key-ring.ts'
import { notePurpose } from './model-notes.ts'

/** Opens what was sealed for this note. A text that does not open is a fault: shown as erased, it would be a lie. */
export function openNote(keys: KeyRing, { id, content }: { readonly id: string; readonly content: string }): string {
  const opened = keys.open(content, notePurpose(id))
  invariant(opened !== undefined, `the working note ${id} opens with a key of MAILLAGE_KEYS`)
  return opened
}
