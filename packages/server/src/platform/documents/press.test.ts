import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { readPdf } from '../testing/pdf-text.ts'
import { pdfReply } from './pdf-reply.tsx'
import { Press } from './press.ts'

const folder = mkdtempSync(join(tmpdir(), 'maillage-press-'))
const file = (name: string, text: string): URL => {
  writeFileSync(join(folder, name), text)
  return pathToFileURL(join(folder, name))
}
const template = file(
  'plain.typ',
  `#import "/house.typ": facts, house, warning
#let data = json(bytes(sys.inputs.data))
#show: house.with(title: data.title, foot: [Pied])
#data.text`,
)
const endless = file('endless.typ', '#for a in range(1000000) { for b in range(1000000) { } }')
const idle = file('idle.mjs', "process.on('disconnect', () => process.exit()); process.send({ starting: 'ready' })")
const absent = file('absent.mjs', "process.on('message', () => {}); process.send({ starting: 'absent' })")
const press = new Press()
after(() => {
  press.stop()
  rmSync(folder, { recursive: true })
})

const bytes = (pdf: Uint8Array | undefined): Buffer => {
  assert.ok(pdf)
  return Buffer.from(pdf)
}

test('a document is tagged, in French, says that it is PDF/UA, and holds its text in our fonts', async () => {
  const { pdf } = await press.print(template, { title: 'Essai', text: 'Nadia BENALI, œuvre' })
  const { text, tags, catalogue } = readPdf(bytes(pdf))
  assert.equal(text, 'Essai Nadia BENALI, œuvre PiedPage 1 sur 1')
  assert.deepEqual(tags.filter((tag) => ['H1', 'P', 'Document'].includes(tag)).sort(), ['Document', 'H1', 'P'])
  assert.match(catalogue, /\/Lang \(fr-FR\)/)
  assert.match(catalogue, /\/Marked true/)
  assert.match(bytes(pdf).toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/)
  assert.deepEqual(
    [
      ...new Set(
        bytes(pdf)
          .toString('latin1')
          .match(/AtkinsonHyperlegible\w+|Libertinus\w*/g),
      ),
    ].sort(),
    ['AtkinsonHyperlegibleNext'],
  )
})

test('what is typed is text, never an instruction of the template', async () => {
  const text = '#panic("x") *gras* $a$ <b> #read("/etc/passwd") \\ "'
  assert.ok(readPdf(bytes((await press.print(template, { title: 'Essai', text })).pdf)).text.includes(text))
})

test('Latin letters that French does not use are in our fonts too', async () => {
  const pdf = bytes((await press.print(template, { title: 'Őry', text: 'Ştefan Kováč' })).pdf)
  // Each change of font begins a piece of its own.
  assert.match(readPdf(pdf).text.replaceAll(' ', ''), /^ŐryŞtefanKováč/)
  assert.doesNotMatch(pdf.toString('latin1'), /Libertinus/)
})

test('a character that no font has makes no document, and the fault does not hold the text', async () => {
  assert.equal((await press.print(template, { title: 'Essai', text: 'a\uFFFEb' })).why, 'unprintable')
  const broken = file('broken.typ', '#let data = json(bytes(sys.inputs.data))\n#panic(data.text)')
  await assert.rejects(press.print(broken, { text: 'BENALI' }), (error: Error) => {
    assert.match(error.message, /could not be made: .*panicked/)
    assert.doesNotMatch(error.message, /BENALI/)
    return true
  })
})

test('a template reads nothing of the disk', async () => {
  await assert.rejects(press.print(file('reads.typ', '#read("/etc/hostname")'), {}), /could not be made/)
  await assert.rejects(press.print(file('climbs.typ', '#read("../../etc/hostname")'), {}), /could not be made/)
})

test('a document that never ends is abandoned, and the next one is made', async () => {
  const hurried = new Press({ milliseconds: 4000 })
  try {
    assert.equal((await hurried.print(endless, {})).why, 'too-long')
    assert.ok((await hurried.print(template, { title: 'Essai', text: 'après' })).pdf)
  } finally {
    hurried.stop()
  }
})

test('one at a time: whoever waits longer than a document may take is told to come back', async () => {
  const stuck = new Press({ milliseconds: 300, worker: idle })
  try {
    const first = stuck.print(template, {})
    await wait(100)
    const second = stuck.print(template, {})
    assert.equal((await first).why, 'too-long')
    // Its turn came before its patience ended.
    assert.equal((await second).why, 'too-long')
    const answers = await Promise.all([1, 2, 3].map(() => stuck.print(template, {})))
    assert.ok(answers.some(({ why }) => why === 'busy'))
  } finally {
    stuck.stop()
  }
})

test('without the binary, a page says so and leads to the page to print', async () => {
  const none = new Press({ worker: absent })
  try {
    const reply = await pdfReply({ template, data: {}, name: 'essai.pdf', page: '/pass/1/attestation' }, none)
    assert.ok(reply.kind === 'page')
    assert.equal(reply.status, 501)
    const { renderPage } = await import('@maillage/ui')
    const html = renderPage(reply.body)
    assert.match(html, /Cette installation ne sait pas produire de PDF/)
    assert.match(html, /href="\/pass\/1\/attestation"/)
  } finally {
    none.stop()
  }
})
