import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { committedTest } from '../testing/database-test.ts'
import { sendMail } from './send-mail.ts'

/** A mail server that keeps what it is given, as far as a message without attachment needs. */
async function aMailServer(): Promise<{ readonly url: string; readonly received: string[]; readonly server: Server }> {
  const received: string[] = []
  const server = createServer((socket) => {
    let inMessage = false
    let waiting = ''
    socket.on('error', () => {})
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      waiting += chunk.toString()
      for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        if (inMessage) {
          received.push(line)
          if (line === '.') {
            inMessage = false
            socket.write('250 kept\r\n')
          }
        } else if (/^DATA/i.test(line)) {
          inMessage = true
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}?ignoreTLS=true`, received, server }
}

committedTest('what waits leaves once; what was withdrawn after a death never does', async (world) => {
  const { url, received, server } = await aMailServer()
  try {
    await world.look(`insert into mail (id, recipient, subject, body, queued_at, withdrawn_at) values
      (gen_random_uuid(), 'a@exemple.test', 'Premier', 'Bonjour', '2026-11-21T08:00:00Z', null),
      (gen_random_uuid(), 'b@exemple.test', 'Second', 'Bonjour', '2026-11-21T08:00:00Z', '2026-11-21T08:30:00Z')`)
    const job = sendMail(url, 'maillage@exemple.test')
    await job.run({ database: world.database, clock: world.clock })
    await job.run({ database: world.database, clock: world.clock })
    assert.deepEqual(
      received.filter((line) => line.startsWith('Subject:')),
      ['Subject: Premier'],
    )
    assert.deepEqual(await world.look('select recipient, sent_at is not null as sent from mail order by 1'), [
      { recipient: 'a@exemple.test', sent: true },
      { recipient: 'b@exemple.test', sent: false },
    ])
  } finally {
    server.close()
  }
})
