import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openEmbedded } from '../../packages/server/src/platform/database/embedded.ts'
import { embeddedTemplate, testServerUrl } from '../../packages/server/src/platform/testing/test-source.ts'
import { type RunningServer, startServer } from './running-server.ts'
import { smallDemonstration } from './small-demonstration.ts'

const folder = mkdtempSync(join(tmpdir(), 'maillage-stop-'))
const settings = { DATA_DIR: folder, DATABASE_URL: '', DATABASE_WORKER_URL: '' }
const lock = join(folder, 'maillage.lock')
const options = { skip: testServerUrl() !== undefined }

before(async () => {
  if (options.skip) return
  const source = await openEmbedded({ folder, dump: new Uint8Array(readFileSync(await embeddedTemplate())) })
  await smallDemonstration(source)
  await source.end()
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** A request that the server has begun to read: its body comes when `finish` is called. */
async function requestUnderWay({ address }: RunningServer): Promise<{ finish(): Promise<string> }> {
  const { hostname, port } = new URL(address)
  const body = 'email=inconnu%40exemple.test&password=x'
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString()
  })
  const closed = once(socket, 'close')
  socket.write(
    `POST /connexion HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  )
  await wait(200)
  return {
    async finish() {
      socket.write(body.slice(5))
      await closed
      return answer
    },
  }
}

test('a second server on the folder of the first is refused in French; after a kill, the next one takes over', options, async () => {
  const first = await startServer(settings)
  await assert.rejects(startServer(settings), /est déjà utilisé par le processus \d+\. Arrêtez-le, ou choisissez un autre dossier/)
  await first.end('SIGKILL')
  assert.ok(existsSync(lock))
})

test('a stop lets the request under way finish, then ends with code 0 and gives the folder back', options, async () => {
  const server = await startServer(settings)
  const request = await requestUnderWay(server)
  const ended = server.end('SIGTERM')
  await wait(300)
  const answer = await request.finish()
  assert.match(answer, /^HTTP\/1\.1 403 /)
  assert.match(answer, /Formulaire périmé/)
  assert.match(answer, /<\/html>/)
  assert.equal(await ended, 0, server.output())
  assert.ok(!existsSync(lock))
})

test('a request that never ends does not hold the stop for ever', options, async () => {
  const server = await startServer(settings)
  await requestUnderWay(server)
  assert.equal(await server.end('SIGTERM'), 0, server.output())
})
