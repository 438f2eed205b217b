import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20
const DIRECTORY_ENTRY = 16

/** A font that must stand beside another of the same family: the last word of its name, replaced by one as long. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

function renamed(table: Buffer, { from, to }: Renaming): Buffer {
  const [old, kept] = [utf16(from), utf16(to)]
  if (old.length !== kept.length) throw new RangeError('A name is replaced by one as long')
  const copy = Buffer.from(table)
  for (let at = copy.indexOf(old); at !== -1; at = copy.indexOf(old, at + old.length)) kept.copy(copy, at)
  return copy
}

const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])

/**
 * The font that a WOFF file (version 1) wraps, as makers of documents read it: the same tables, unpacked.
 * The pages carry fonts for browsers only, and one family cut in two (letters of French, other Latin letters): `renaming` tells the second part
 * from the first, so that a document may name both.
 */
export function fontFromWoff(woff: Buffer, renaming?: Renaming): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('This is not a WOFF file of version 1')
  const count = woff.readUInt16BE(12)
  const power = Math.floor(Math.log2(count))
  const directory = Buffer.alloc(12 + DIRECTORY_ENTRY * count)
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (count - 2 ** power), 10)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let rank = 0; rank < count; rank++) {
    const entry = HEADER + ENTRY * rank
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number]
    const tag = woff.toString('latin1', entry, entry + 4)
    const stored = woff.subarray(from, from + packed)
    // A table that would not be smaller is kept as it is.
    const unpacked = packed < length ? inflateSync(stored) : stored
    const table = padded(renaming && tag === 'name' ? renamed(unpacked, renaming) : unpacked)
    const line = 12 + DIRECTORY_ENTRY * rank
    woff.copy(directory, line, entry, entry + 4)
    woff.copy(directory, line + 4, entry + 16, entry + 20)
    directory.writeUInt32BE(offset, line + 8)
    directory.writeUInt32BE(length, line + 12)
    tables.push(table)
    offset += table.length
  }
  return Buffer.concat([directory, ...tables])
}
