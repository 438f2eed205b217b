import { granted, type Outcome } from '@maillage/kernel'
import { refuseUpload } from './messages.fr.ts'
import type { TableKind } from './tables.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'
import { DamagedZip, unfold, ZipBomb, type ZipEntry, zipEntries } from './zip-entries.ts'

/** First bytes of what people send by mistake. */
const KNOWN: readonly (readonly [first: string, seen: string])[] = [
  ['%PDF', 'un document PDF'],
  ['\x89PNG', 'une image'],
  ['\xff\xd8\xff', 'une image'],
  ['GIF8', 'une image'],
  ['Rar!', 'une archive RAR'],
  ['7z\xbc\xaf', 'une archive 7z'],
  ['\x1f\x8b', 'une archive'],
  ['MZ', 'un programme'],
  ['\x7fELF', 'un programme'],
  ['{\\rtf', 'un document de texte'],
]

const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('latin1')

function judgeOldOffice(bytes: Buffer): Outcome<TableKind> {
  const text = bytes.toString('latin1')
  // Office puts a workbook under a password inside an envelope of its former format.
  if (text.includes(utf16('EncryptedPackage'))) return refuseUpload('uploads/locked')
  if (text.includes(utf16('Workbook')) || text.includes(utf16('Book')))
    return refuseUpload('uploads/old-workbook', { seen: 'un classeur de l’ancien format XLS' })
  return refuseUpload('uploads/not-a-table', { seen: 'un document d’un ancien format' })
}

const read = (bytes: Buffer, entries: readonly ZipEntry[], name: string) =>
  Buffer.from(unfold(bytes, entries, (each) => each === name).get(name) ?? []).toString('utf8')

function judgeZip(bytes: Buffer): Outcome<TableKind> {
  const entries = zipEntries(bytes)
  const has = (name: string) => entries.some((entry) => entry.name === name)
  if (entries.some(({ encrypted }) => encrypted)) return refuseUpload('uploads/locked')
  if (entries.reduce((sum, { unfolded }) => sum + unfolded, 0) > UPLOAD_LIMITS.unfoldedBytes)
    return refuseUpload('uploads/unfolds-too-much')
  if (has('xl/workbook.xml')) return granted('xlsx')
  if (has('xl/workbook.bin')) return refuseUpload('uploads/old-workbook', { seen: 'un classeur binaire XLSB' })
  if (has('content.xml')) {
    if (read(bytes, entries, 'META-INF/manifest.xml').includes('encryption-data')) return refuseUpload('uploads/locked')
    return read(bytes, entries, 'mimetype').trim().startsWith('application/vnd.oasis.opendocument.spreadsheet')
      ? granted('ods')
      : refuseUpload('uploads/not-a-table', { seen: 'un document qui n’est pas un tableur' })
  }
  return refuseUpload('uploads/not-a-table', { seen: has('word/document.xml') ? 'un document Word' : 'une archive' })
}

/** Text, when nothing in its beginning is a control character that no text has. UTF-16, which spreadsheets export, has its mark. */
function looksLikeText(bytes: Buffer): boolean {
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) return true
  return !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127)
}

/** What a file is by its bytes; its name is not believed. */
export function judgeBytes(given: Uint8Array): Outcome<TableKind> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.length === 0) return refuseUpload('uploads/empty')
  if (bytes.length > UPLOAD_LIMITS.bytes) return refuseUpload('uploads/too-large', { most: UPLOAD_LIMITS.bytes / 1024 / 1024 })
  const first = bytes.subarray(0, 8).toString('latin1')
  const known = KNOWN.find(([start]) => first.startsWith(start))
  if (known) return refuseUpload('uploads/not-a-table', { seen: known[1] })
  if (first.startsWith('\xd0\xcf\x11\xe0')) return judgeOldOffice(bytes)
  if (first.startsWith('PK')) {
    try {
      return judgeZip(bytes)
    } catch (error) {
      if (error instanceof ZipBomb) return refuseUpload('uploads/unfolds-too-much')
      if (error instanceof DamagedZip) return refuseUpload('uploads/damaged')
      throw error
    }
  }
  if (!looksLikeText(bytes)) return refuseUpload('uploads/not-a-table', { seen: 'fait de données qui ne sont pas du texte' })
  if (
    /^\s*<(!doctype|html|\?xml|svg|script)/i.test(
      bytes
        .subarray(0, 300)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  )
    return refuseUpload('uploads/not-a-table', { seen: 'une page web ou du XML' })
  return granted('csv')
}
