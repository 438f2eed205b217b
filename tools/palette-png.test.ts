import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { palettePng, readPng } from './palette-png.ts'

const chunk = (type: string, data: Buffer) => {
  const [body, framed] = [Buffer.concat([Buffer.from(type, 'latin1'), data]), Buffer.alloc(data.length + 12)]
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), data.length + 8)
  return framed
}
const headOf = (width: number, height: number) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return head
}
const pngOf = (width: number, lines: readonly (readonly number[])[]) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', headOf(width, lines.length)),
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])

test('each line is read by its own filter: as it is, by its left, by its top, by their mean, by Paeth', () => {
  // Two pixels a line, always 10 20 30 then 40 50 60.
  const lines = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 30, 30, 30],
    [2, 0, 0, 0, 0, 0, 0],
    [3, 5, 10, 15, 15, 15, 15],
    [4, 0, 0, 0, 0, 0, 0],
  ]
  assert.deepEqual([...readPng(pngOf(2, lines)).pixels], Array.from({ length: 5 }, () => [0x0a141e, 0x28323c]).flat())
})

test('a picture of few colours keeps every one, with one byte a pixel', () => {
  const png = palettePng(
    pngOf(2, [
      [0, 255, 0, 0, 0, 0, 255],
      [0, 255, 0, 0, 255, 0, 0],
    ]),
  )
  const palette = png.indexOf('PLTE')
  assert.deepEqual([...png.subarray(palette + 4, palette + 10)], [255, 0, 0, 0, 0, 255], 'the most frequent first')
  const data = png.indexOf('IDAT')
  assert.deepEqual([...inflateSync(png.subarray(data + 4))], [0, 0, 1, 0, 0, 0])
})

test('what is more than 256 colours becomes the nearest of the most frequent', () => {
  // 300 greys and reds, the first 256 twice; the others are near the last ones.
  const colours = Array.from({ length: 300 }, (_, index) => (index < 256 ? [index, index, index] : [255, 255, 256 - (index - 254)]))
  const line = [...colours.slice(0, 256), ...colours].flat()
  const png = palettePng(pngOf(line.length / 3, [[0, ...line]]))
  const data = png.indexOf('IDAT')
  const pixels = inflateSync(png.subarray(data + 4))
  assert.equal(png.readUInt32BE(png.indexOf('PLTE') - 4), 768)
  assert.equal(pixels[1 + 256 + 256], 255, 'nearly white is white')
})
