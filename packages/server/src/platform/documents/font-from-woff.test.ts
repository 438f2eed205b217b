import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fontFromWoff } from './font-from-woff.ts'

const woff = readFileSync(
  fileURLToPath(import.meta.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff')),
)

/** The tables of a font: name, checksum said, bytes. */
function tablesOf(font: Buffer) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, rank) => {
    const at = 12 + 16 * rank
    const [sum, offset, length] = [4, 8, 12].map((field) => font.readUInt32BE(at + field)) as [number, number, number]
    return { tag: font.toString('latin1', at, at + 4), sum, offset, length }
  })
}

function sumOf(font: Buffer, { tag, offset, length }: { tag: string; offset: number; length: number }): number {
  let sum = 0
  for (let at = offset; at < offset + Math.ceil(length / 4) * 4; at += 4)
    // The adjustment inside « head » does not count in its own checksum.
    if (!(tag === 'head' && at === offset + 8)) sum = (sum + font.readUInt32BE(at)) >>> 0
  return sum
}

test('every table of the font is found again, whole: its checksum is the one that the file says', () => {
  const font = fontFromWoff(woff)
  const tables = tablesOf(font)
  assert.ok(['cmap', 'glyf', 'head', 'name'].every((tag) => tables.some((each) => each.tag === tag)))
  assert.equal(font.length, woff.readUInt32BE(16), 'as long as the file says the font is')
  for (const table of tables) {
    assert.equal(table.offset % 4, 0, table.tag)
    assert.equal(sumOf(font, table), table.sum, table.tag)
  }
})

test('a renamed font keeps everything but its name', () => {
  const [plain, other] = [fontFromWoff(woff), fontFromWoff(woff, { from: 'Next', to: 'Plus' })]
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
  assert.ok(plain.includes(utf16('Hyperlegible Next')))
  assert.ok(other.includes(utf16('Hyperlegible Plus')) && !other.includes(utf16('Next')))
  assert.equal(other.length, plain.length)
  assert.throws(() => fontFromWoff(woff, { from: 'Next', to: 'More words' }), RangeError)
})

test('another kind of file is refused', () => {
  assert.throws(() => fontFromWoff(Buffer.from('wOF2 and the rest of it')), /not a WOFF file of version 1/)
})
