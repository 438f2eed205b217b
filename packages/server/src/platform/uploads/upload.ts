import { createHash } from 'node:crypto'
import { granted, type Outcome } from '@maillage/kernel'
import { refuseUpload, type UploadRefusal } from './messages.fr.ts'
import { readTables } from './read-tables.ts'
import type { Tables } from './tables.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

/** The file that came with a form: none, one that was too large to be kept, or its bytes. */
export type Upload =
  | { readonly state: 'none' }
  | { readonly state: 'too-large' }
  | { readonly state: 'given'; readonly name: string; readonly bytes: Uint8Array }

export const NO_UPLOAD: Upload = { state: 'none' }

/** A file read, and what tells it from another: two imports of the same file are seen. */
export interface ReadFile {
  readonly name: string
  readonly size: number
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string
  readonly tables: Tables
}

/**
 * Reads the tables of the file that came with a form, or says why not: what a page does before it calls its command.
 * @example const read = await readUpload(request.upload); if (!read.ok) return form(uploadErrors('file', read.refusals))
 */
export async function readUpload(upload: Upload): Promise<Outcome<ReadFile, UploadRefusal['code']>> {
  if (upload.state === 'none') return refuseUpload('uploads/missing')
  if (upload.state === 'too-large') return refuseUpload('uploads/too-large', { most: UPLOAD_LIMITS.bytes / 1024 / 1024 })
  const { name, bytes } = upload
  const read = await readTables(bytes, name)
  if (!read.ok) return read
  return granted({ name, size: bytes.length, fingerprint: createHash('sha256').update(bytes).digest('hex'), tables: read.value })
}
