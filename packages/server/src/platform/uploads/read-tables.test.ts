import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { day } from '@maillage/kernel'
import { uploadSentence } from './messages.fr.ts'
import { readTables } from './read-tables.ts'
import { inTableThread } from './table-thread.ts'
import type { Sheet, TableKind } from './tables.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'
import { downloadTables, writeTables } from './write-tables.ts'

const MARCH: Sheet = {
  name: 'Mars 2024',
  rows: [
    ['Suivi des salariés', null, null, null],
    [],
    ['Identité\n(initiales)', 'Âge', 'Entrée', 'Heures'],
    ['É.D.', 34, { day: day('2024-03-03') }, 151.67],
    ['=SOMME(A1)', -2, { day: day('1932-12-31') }, true],
    ['« ligne »\nsuivante ; "x"', 0, null, '+33 4 68'],
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
}
const OTHER: Sheet = { name: 'Légende', rows: [['(1)', 'statut']], merges: [] }
const trimmed = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1)),
})

for (const kind of ['xlsx', 'ods'] as const) {
  test(`what is written in ${kind} is read again cell for cell, days as days, text that looks like a formula as text`, async () => {
    const read = await readTables(await writeTables(kind, [MARCH, OTHER]), 'x')
    assert.deepEqual(read, { ok: true, value: { kind, sheets: [trimmed(MARCH), OTHER] } })
  })
}

test('a CSV holds the first sheet as French text, a formula made inert and given back as it was', async () => {
  const bytes = await writeTables('csv', [MARCH, OTHER])
  const text = Buffer.from(bytes).toString('utf8')
  assert.match(text, /^\uFEFFSuivi des salariés;;;\r\n/)
  assert.match(text, /'=SOMME\(A1\);-2;31\/12\/1932;oui\r\n/)
  assert.match(text, /;'\+33 4 68\r\n$/)
  const read = await readTables(bytes, 'mars.csv')
  assert.ok(read.ok)
  assert.deepEqual(read.value.sheets, [
    {
      name: 'mars',
      merges: [],
      rows: [
        ['Suivi des salariés'],
        [],
        ['Identité\n(initiales)', 'Âge', 'Entrée', 'Heures'],
        ['É.D.', '34', '03/03/2024', '151,67'],
        ['=SOMME(A1)', '-2', '31/12/1932', 'oui'],
        ['« ligne »\nsuivante ; "x"', '0', null, '+33 4 68'],
      ],
    },
  ])
})

test('a page gives such a file under its name and its kind', async () => {
  const reply = await downloadTables('suivi-mars', 'ods', [OTHER])
  assert.ok(reply.kind === 'file')
  assert.equal(reply.name, 'suivi-mars.ods')
  assert.equal(reply.type, 'application/vnd.oasis.opendocument.spreadsheet')
})

const ROWS = [['Prénom', 'Heures', 'Né(e) le'], ['Zoé', '151,67', '3 mars 24'], [], ['Œdipe', '0,5']]
const csv = (separator: string) => ROWS.map((row) => row.join(separator)).join('\r\n')
const windows1252 = (text: string) => Buffer.from(text.replaceAll('Œ', '\x8c'), 'latin1')
const encodings: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', Buffer.from(csv(';'))],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv(';')}`)],
  ['Windows-1252', windows1252(csv(';'))],
  ['UTF-16, as a spreadsheet exports it', Buffer.from(`\uFEFF${csv('\t')}`, 'utf16le')],
  ['tabulations', Buffer.from(csv('\t'))],
  [
    'commas, decimals between quotes',
    Buffer.from(
      csv(';')
        .replaceAll(',', '§')
        .replaceAll(';', ',')
        .replace(/\d+§\d+/g, '"$&"')
        .replaceAll('§', ','),
    ),
  ],
  ['lines ended as on old computers', Buffer.from(csv(';').replaceAll('\r\n', '\r'))],
]
for (const [title, bytes] of encodings) {
  test(`a CSV is read in ${title}`, async () => {
    const read = await readTables(bytes, 'liste.csv')
    assert.ok(read.ok)
    assert.deepEqual(read.value.sheets[0]?.rows, ROWS)
  })
}

test('a CSV that declares its separator is believed, and its lines keep their numbers', async () => {
  const read = await readTables(Buffer.from('sep=|\r\na|b;c'), 'x.csv')
  assert.deepEqual(read.ok && read.value.sheets[0]?.rows, [[], ['a', 'b;c']])
})

/** A zip of files, sizes told as one likes. */
function zip(
  files: Readonly<Record<string, Uint8Array>>,
  { told, encrypted = false }: { readonly told?: number; readonly encrypted?: boolean } = {},
) {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(encrypted ? 1 : 0, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(told ?? content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, tail, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(locals.length, 8)
  end.writeUInt16LE(locals.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listed, end])
}

const wide = (columns: number) => Buffer.from(`${Array.from({ length: columns }, (_, at) => `c${at}`).join(';')}\n`)
const long = (rows: number) => Buffer.from('a;b\n'.repeat(rows))
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)
const BOOK = { '[Content_Types].xml': Buffer.from('<Types/>'), 'xl/workbook.xml': Buffer.from('<workbook/>') }
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const REFUSED: readonly (readonly [title: string, bytes: Uint8Array, sentence: RegExp])[] = [
  ['an empty file', Buffer.alloc(0), /^Ce fichier est vide/],
  ['a file of blank lines', Buffer.from('\r\n;;\r\n\r\n'), /^Ce fichier ne contient aucune cellule remplie/],
  ['a huge file', Buffer.alloc(UPLOAD_LIMITS.bytes + 1, 'a'), /^Ce fichier dépasse 5 Mo/],
  ['a PDF under the name of a workbook', Buffer.from('%PDF-1.7 …'), /son contenu est un document PDF, quel que soit son nom/],
  ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), /son contenu est une image/],
  ['a web page', Buffer.from('\n<!DOCTYPE html><table><tr><td>1</td></tr></table>'), /une page web ou du XML/],
  ['bytes of nothing known', Buffer.concat([Buffer.from('abc\0\x01'), randomBytes(50)]), /ne sont pas du texte/],
  ['a Word document', zip({ 'word/document.xml': Buffer.from('<w/>') }), /un document Word/],
  [
    'a text of OpenDocument',
    zip({ mimetype: Buffer.from('application/vnd.oasis.opendocument.text'), 'content.xml': Buffer.from('<x/>') }),
    /n’est pas un tableur/,
  ],
  ['a workbook of the former format', Buffer.concat([OLE, Buffer.alloc(600), utf16('Workbook')]), /ancien format XLS/],
  ['a workbook under a password', Buffer.concat([OLE, Buffer.alloc(600), utf16('EncryptedPackage')]), /protégé par un mot de passe/],
  ['an encrypted zip', zip(BOOK, { encrypted: true }), /protégé par un mot de passe/],
  [
    'an OpenDocument under a password',
    zip({
      mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': Buffer.from('<manifest:encryption-data/>'),
      'content.xml': randomBytes(80),
    }),
    /protégé par un mot de passe/,
  ],
  ['a bomb that tells its size', zip({ ...BOOK, 'xl/worksheets/sheet1.xml': zeros(70) }), /beaucoup trop volumineux une fois décompressé/],
  [
    'a bomb that hides its size',
    zip({ ...BOOK, 'xl/worksheets/sheet1.xml': zeros(70) }, { told: 100 }),
    /beaucoup trop volumineux une fois décompressé/,
  ],
  ['a zip cut short', zip(BOOK).subarray(0, 60), /^Ce fichier est abîmé/],
  ['a workbook that is not one', zip(BOOK), /^Ce fichier (est abîmé|ne contient aucune cellule)/],
  ['300 columns', wide(300), /plus de 120 colonnes remplies/],
  ['too many lines', long(5_001), /plus de 5000 lignes remplies/],
  ['cells of endless text', Buffer.from(`a;${'x'.repeat(40_000)}`), /contiennent trop de texte/],
]
for (const [title, bytes, sentence] of REFUSED) {
  test(`${title}: a sentence says what to do`, async () => {
    const read = await readTables(bytes, 'suivi.xlsx')
    assert.ok(!read.ok, 'it is refused')
    assert.match(read.refusals.map((refusal) => uploadSentence(refusal as Parameters<typeof uploadSentence>[0])).join(' '), sentence)
  })
}

for (const kind of ['xlsx', 'ods'] satisfies TableKind[]) {
  test(`300 columns, too many sheets and too many lines are refused in ${kind} too`, async () => {
    const codes = async (sheets: readonly Sheet[]) => {
      const read = await readTables(await writeTables(kind, sheets))
      return read.ok ? [] : read.refusals.map(({ code }) => code)
    }
    const sheet = (name: string, rows: Sheet['rows']): Sheet => ({ name, rows, merges: [] })
    assert.deepEqual(await codes([sheet('a', [Array.from({ length: 300 }, () => 1)])]), ['uploads/too-many-columns'])
    assert.deepEqual(await codes(Array.from({ length: 21 }, (_, at) => sheet(`f${at}`, [[1]]))), ['uploads/too-many-sheets'])
    assert.deepEqual(
      await codes([
        sheet(
          'a',
          Array.from({ length: 5_001 }, () => [1]),
        ),
      ]),
      ['uploads/too-many-rows'],
    )
  })
}

test('one file is read at a time, and a reading that never ends is ended', async () => {
  const endless = new URL('data:text/javascript,for(;;){}')
  const [slow, next] = await Promise.all([
    inTableThread({ order: 'write', kind: 'csv', sheets: [] }, { milliseconds: 300, worker: endless }),
    readTables(Buffer.from('a;b')),
  ])
  assert.equal(slow, 'too-long')
  assert.ok(next.ok, 'the next one is read')
})
