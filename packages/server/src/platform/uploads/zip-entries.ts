import { crc32, inflateRawSync } from 'node:zlib'
import { UPLOAD_LIMITS } from './upload-limits.ts'

/** A file inside a zip. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressed: number
  readonly unfolded: number
  readonly encrypted: boolean
  readonly crc: number
  /** Where its local header begins. */
  readonly at: number
}

/** The zip cannot be read; what it holds is not trusted. */
export class DamagedZip extends Error {}
/** The zip unfolds to more than a file may hold. */
export class ZipBomb extends Error {}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** The directory at the end of a zip. Sizes are what it says, checked when each entry is unfolded. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = view.length - 22
  const earliest = Math.max(0, end - 65_535)
  while (end >= earliest && view.readUInt32LE(end) !== END) end--
  if (end < earliest || end < 0) throw new DamagedZip('no end of directory')
  const count = view.readUInt16LE(end + 10)
  if (count > UPLOAD_LIMITS.zipEntries) throw new ZipBomb('entries')
  let at = view.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  try {
    for (let index = 0; index < count; index++) {
      if (view.readUInt32LE(at) !== CENTRAL) throw new DamagedZip('directory')
      const [nameLength, extra, comment] = [view.readUInt16LE(at + 28), view.readUInt16LE(at + 30), view.readUInt16LE(at + 32)]
      entries.push({
        name: view.toString('utf8', at + 46, at + 46 + nameLength),
        encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
        method: view.readUInt16LE(at + 10),
        crc: view.readUInt32LE(at + 16),
        compressed: view.readUInt32LE(at + 20),
        unfolded: view.readUInt32LE(at + 24),
        at: view.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + extra + comment
    }
  } catch (error) {
    if (error instanceof RangeError) throw new DamagedZip('directory')
    throw error
  }
  return entries
}

/** Unfolds the entries wanted, never more than what a file may hold in all, whatever the directory claimed. */
export function unfold(bytes: Uint8Array, entries: readonly ZipEntry[], wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = new Map<string, Uint8Array>()
  let left: number = UPLOAD_LIMITS.unfoldedBytes
  for (const entry of entries) {
    if (!wanted(entry.name) || entry.name.endsWith('/')) continue
    if (entry.unfolded > left) throw new ZipBomb(entry.name)
    if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== LOCAL) throw new DamagedZip(entry.name)
    const from = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28)
    const content = unfolded(view.subarray(from, from + entry.compressed), entry, left)
    if (crc32(content) !== entry.crc) throw new DamagedZip(entry.name)
    left -= content.length
    files.set(entry.name, content)
  }
  return files
}

function unfolded(raw: Buffer, { method, name }: ZipEntry, most: number): Uint8Array {
  if (method === 0) return raw
  if (method !== 8) throw new DamagedZip(`${name}: method ${method}`)
  try {
    return inflateRawSync(raw, { maxOutputLength: most })
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new ZipBomb(name)
    throw new DamagedZip(name)
  }
}
