import { inflateSync } from 'node:zlib'

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const PIECE = /<<[\s\S]*?>> BDC|\/(f\d+) [\d.]+ Tf|\((?:[^\\()]|\\[\s\S])*\)/g

/** The numbered objects of a PDF, each with what it says of itself and its stream, unpacked. */
function objectsOf(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const objects = new Map<string, { head: string; stream: string }>()
  for (const match of pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)endobj/gm)) {
    const [head = '', rest] = (match[2] ?? '').split(/stream\r?\n/, 2)
    const packed = Buffer.from((rest ?? '').replace(/\r?\nend$/, ''), 'latin1')
    const stream = rest === undefined ? '' : (head.includes('FlateDecode') ? inflateSync(packed) : packed).toString('latin1')
    objects.set(match[1] ?? '', { head, stream })
  }
  return objects
}

const hex = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')

/** Glyph → text, as the font says it. */
function meaningOf(map: string): Map<number, string> {
  const meaning = new Map<number, string>()
  for (const [, glyph = '', text = ''] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm))
    meaning.set(Number.parseInt(glyph, 16), hex(text))
  return meaning
}

const bytesOf = (literal: string): Buffer =>
  Buffer.from(
    literal
      .slice(1, -1)
      .replace(/\\([0-7]{1,3})|\\([\s\S])/g, (_all, octal?: string, one?: string) =>
        octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[one ?? ''] ?? one ?? ''),
      ),
    'latin1',
  )

/** What a PDF made by the platform says: its text in reading order, spaces made single, and the names of its tags. */
export function readPdf(pdf: Buffer): { readonly text: string; readonly tags: readonly string[]; readonly catalogue: string } {
  const objects = objectsOf(pdf)
  const heads = [...objects.values()].map(({ head }) => head)
  const said: string[] = []
  for (const page of heads.filter((head) => /\/Type \/Page\n/.test(head))) {
    const fonts = new Map(
      [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
        const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
        return [name, meaningOf(objects.get(map)?.stream ?? '')]
      }),
    )
    let font = new Map<number, string>()
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.stream ?? ''
    for (const [piece, name] of content.matchAll(PIECE)) {
      if (name) font = fonts.get(name) ?? font
      else if (piece.endsWith('BDC')) said.push(' ')
      else {
        const glyphs = bytesOf(piece)
        for (let at = 0; at + 1 < glyphs.length; at += 2) said.push(font.get(glyphs.readUInt16BE(at)) ?? '\ufffd')
      }
    }
  }
  return {
    text: said
      .join('')
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .trim(),
    tags: heads.flatMap((head) => (head.includes('/Type /StructElem') ? (/\/S \/(\w+)/.exec(head)?.slice(1) ?? []) : [])),
    catalogue: heads.find((head) => head.includes('/Type /Catalog')) ?? '',
  }
}
