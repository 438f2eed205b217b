// The process that makes PDF documents, one after the other. Apart from the server: a document that never ends is ended with its process.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFromWoff } from './font-from-woff.ts'
import type { PressAnswer, PressOrder } from './press-protocol.ts'

// A folder that does not exist: a template reads nothing of the disk, only what is given to it.
const NOWHERE = '/maillage-documents'
const HOUSE = readFileSync(new URL('./house.typ', import.meta.url), 'utf8')
const FONTS = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'

function fonts(): Buffer[] {
  const read = (part: string, weight: number) => readFileSync(fileURLToPath(import.meta.resolve(`${FONTS}-${part}-${weight}-normal.woff`)))
  return [400, 700].flatMap((weight) => [
    fontFromWoff(read('latin', weight)),
    fontFromWoff(read('latin-ext', weight), { from: 'Next', to: 'Plus' }),
  ])
}

async function makeCompiler(): Promise<NodeCompiler | null> {
  try {
    const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const compiler = Compiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: fonts() }] })
    compiler.addSource(`${NOWHERE}/house.typ`, HOUSE)
    return compiler
  } catch {
    // The binary exists for some systems only.
    return null
  }
}

/** What the library says of an error: of the template in `code`, of the export inside the list of diagnostics that `message` prints. */
function saidOf(error: unknown): string {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string }
  return /message: "((?:[^"\\]|\\.)*)"/.exec(message || code)?.[1] ?? (message || code)
}

/** What went wrong, without what is between quotes or backticks: it may be somebody's name. */
function faultOf(error: unknown): { fault: 'unprintable' | 'template'; message: string } {
  const said = saidOf(error)
  return {
    fault: said.includes('could not be displayed') ? 'unprintable' : 'template',
    message: said.replace(/`[^`]*`|\\?"(?:[^"\\]|\\[^"])*\\?"/g, '…'),
  }
}

function print(compiler: NodeCompiler, { id, template, data }: PressOrder): PressAnswer {
  try {
    const pdf = compiler.pdf({ mainFileContent: template, inputs: { data } }, { pdfStandard: 'ua-1' })
    // What earlier documents left in memory is let go, the fonts and the templates used lately kept.
    compiler.evictCache(10)
    return { id, pdf }
  } catch (error) {
    return { id, ...faultOf(error) }
  }
}

const answer = (value: PressAnswer) => process.send?.(value)

process.on('disconnect', () => process.exit(0))
const compiler = await makeCompiler()
process.on('message', (order: PressOrder) => {
  if (compiler) answer(print(compiler, order))
})
answer({ starting: compiler ? 'ready' : 'absent' })
