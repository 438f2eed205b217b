// Writes a picture of a screen again with a palette: a page has few colours, and a repository keeps every version of its pictures.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

interface Picture {
  readonly width: number
  readonly height: number
  /** One number a pixel, 0xrrggbb, line by line. */
  readonly pixels: Uint32Array
}

function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    found.set(type, Buffer.concat([found.get(type) ?? Buffer.alloc(0), png.subarray(at + 8, at + 8 + length)]))
    at += length + 12
  }
  return found
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

const guess = (filter: number, left: number, up: number, corner: number): number =>
  [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0

/** Reads a picture of 8 bits a channel, not interlaced, as a browser writes it. */
export function readPng(png: Buffer): Picture {
  const chunks = chunksOf(png)
  const head = chunks.get('IHDR') ?? Buffer.alloc(13)
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const bytes = head[9] === 2 ? 3 : 4
  if (head[8] !== 8 || (head[9] !== 2 && head[9] !== 6) || head[12] !== 0) throw new Error('This is not a picture as a browser writes it')
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const line = width * bytes
  const pixels = new Uint32Array(width * height)
  let above: Uint8Array = new Uint8Array(line)
  for (let y = 0; y < height; y++) {
    const start = y * (line + 1)
    const filter = raw[start] ?? 0
    const row = raw.subarray(start + 1, start + 1 + line)
    for (let x = 0; x < line; x++) {
      const [left, corner] = x < bytes ? [0, 0] : [row[x - bytes] ?? 0, above[x - bytes] ?? 0]
      row[x] = (row[x] ?? 0) + guess(filter, left, above[x] ?? 0, corner)
    }
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = ((row[x * bytes] ?? 0) << 16) | ((row[x * bytes + 1] ?? 0) << 8) | (row[x * bytes + 2] ?? 0)
    above = row
  }
  return { width, height, pixels }
}

const channels = (pixel: number) => [pixel >> 16, (pixel >> 8) & 255, pixel & 255] as const

function distance(one: number, other: number): number {
  const [r, g, b] = channels(one)
  const [red, green, blue] = channels(other)
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
}

/** At most 256 colours: the most frequent as they are, each other one as the nearest of them. */
function paletteOf(pixels: Uint32Array): { readonly palette: readonly number[]; readonly index: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const palette = [...counts]
    .sort(([one, often], [other, oftenToo]) => oftenToo - often || one - other)
    .slice(0, 256)
    .map(([pixel]) => pixel)
  const index = new Map(palette.map((pixel, at) => [pixel, at]))
  for (const pixel of counts.keys()) {
    if (index.has(pixel)) continue
    let [nearest, least] = [0, Number.POSITIVE_INFINITY]
    for (const [at, candidate] of palette.entries()) {
      const far = distance(candidate, pixel)
      if (far < least) [nearest, least] = [at, far]
    }
    index.set(pixel, nearest)
  }
  return { palette, index }
}

/** The same picture, two to four times lighter. */
export function palettePng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png)
  const { palette, index } = paletteOf(pixels)
  const rows = Buffer.alloc(height * (width + 1))
  for (const [at, pixel] of pixels.entries()) rows[at + Math.floor(at / width) + 1] = index.get(pixel) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits an index, a palette; compression, filter and interlacing as usual.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((pixel) => [...channels(pixel)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
