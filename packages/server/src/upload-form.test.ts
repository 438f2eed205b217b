import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { h } from 'preact'
import { anAccount } from './modules/accounts/fixtures.ts'
import { accountPage } from './platform/http/page.ts'
import { text } from './platform/http/page-request.ts'
import { show } from './platform/http/reply.ts'
import { buildServer } from './platform/http/server.tsx'
import { csrfOf, newToken, tokenHash } from './platform/session/token.ts'
import { databaseTest, type World } from './platform/testing/database-test.ts'
import { uploadSentence } from './platform/uploads/messages.fr.ts'
import { readUpload, type Upload } from './platform/uploads/upload.ts'
import { UPLOAD_LIMITS } from './platform/uploads/upload-limits.ts'

const BOUNDARY = 'b0'
type Part = readonly [name: string, value: string | Buffer, fileName?: string]
const multipart = (parts: readonly Part[]) =>
  Buffer.concat([
    ...parts.flatMap(([name, value, fileName]) => [
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])

/** A server with one page that takes a file, and somebody signed in. */
async function aPageWithFile(world: World) {
  const received: { upload: Upload; note: string }[] = []
  const page = accountPage({
    path: '/envoi',
    takesFile: true,
    async post({ upload, form }) {
      received.push({ upload, note: text(form, 'note') })
      const read = await readUpload(upload)
      return show(
        'Envoi',
        h('p', null, read.ok ? `Lu ${read.value.name}` : read.refusals.map((each) => uploadSentence(each as never)).join(' ')),
      )
    },
  })
  const server: FastifyInstance = await buildServer({
    runtime: world.runtime,
    slices: [{ name: 'tests', pages: [page] }],
    logger: pino({ level: 'silent' }),
    secureCookies: false,
    trustProxy: false,
    publicUrl: null,
    requestsPerMinute: 1000,
    roleLabel: (role) => role,
  })
  const { accountId } = await world.load((tx) => anAccount(tx, { email: 'camille.roux@example.test' }))
  const token = newToken()
  await world.database.beforeActor('open_session', [tokenHash(token), accountId, 12])
  const proof: Part = ['_csrf', csrfOf(token)]
  const send = (parts: readonly Part[], { cookie = token, headers = {} } = {}) =>
    server.inject({
      method: 'POST',
      url: '/envoi',
      cookies: { maillage_session: cookie },
      headers: { host: 'localhost', origin: 'http://localhost', 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
      payload: multipart(parts),
    })
  return { server, send, proof, received }
}

databaseTest('a file comes to the page with the fields of its form, under its plain name', async (world) => {
  const { send, proof, received } = await aPageWithFile(world)
  const answer = await send([proof, ['note', 'à relire'], ['file', 'a;b\r\n1;2', 'C:\\Mes documents\\suivi été.csv']])
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /Lu suivi été\.csv/)
  assert.equal(received[0]?.note, 'à relire')
})

databaseTest(
  'without its proof, with it after the file, from another site or from nobody, no file is kept in memory nor given to the page',
  async (world) => {
    const { send, proof, received } = await aPageWithFile(world)
    const file: Part = ['file', 'a;b', 'x.csv']
    assert.equal((await send([file])).statusCode, 403)
    assert.equal((await send([['_csrf', 'other'], file])).statusCode, 403)
    assert.equal((await send([proof, file], { headers: { origin: 'https://ailleurs.example' } })).statusCode, 403)
    const stranger = newToken()
    const signIn = await send([['_csrf', csrfOf(stranger)], file], { cookie: stranger })
    assert.equal(signIn.statusCode, 303)
    assert.equal(signIn.headers.location, '/connexion?suite=%2F')
    assert.deepEqual(received, [])
    // The file was let go before the proof was seen: the page is told that none came.
    assert.match((await send([file, proof])).body, /Choisissez le fichier/)
    assert.deepEqual(received, [{ upload: { state: 'none' }, note: '' }])
  },
)

databaseTest('no file chosen, an empty file and a file too large are said under the field', async (world) => {
  const { send, proof } = await aPageWithFile(world)
  assert.match((await send([proof])).body, /Choisissez le fichier/)
  assert.match((await send([proof, ['file', '', '']])).body, /Choisissez le fichier/)
  assert.match((await send([proof, ['file', '', 'vide.csv']])).body, /Ce fichier est vide/)
  assert.match((await send([proof, ['file', Buffer.alloc(UPLOAD_LIMITS.bytes + 1, 'a'), 'grand.csv']])).body, /dépasse 5 Mo/)
})

databaseTest('two files, too many fields, a form without an end or far too long are refused before the page', async (world) => {
  const { server, send, proof, received } = await aPageWithFile(world)
  const file: Part = ['file', 'a;b', 'x.csv']
  assert.equal((await send([proof, file, file])).statusCode, 413)
  assert.equal((await send([proof, ...Array.from({ length: 70 }, (): Part => ['note', 'x']), file])).statusCode, 413)
  assert.equal((await send([proof, ['note', 'x'.repeat(100_001)], file])).statusCode, 413)
  assert.equal((await send([proof, file], { headers: { 'content-length': String(50 * 1024 * 1024) } })).statusCode, 413)
  assert.equal((await send([proof, file], { headers: { 'content-length': 'x' } })).statusCode, 411)
  const cut = await server.inject({
    method: 'POST',
    url: '/envoi',
    headers: { host: 'localhost', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: multipart([proof, file]).subarray(0, 80),
  })
  assert.ok(cut.statusCode >= 400 && cut.statusCode < 500, String(cut.statusCode))
  assert.deepEqual(received, [])
})
