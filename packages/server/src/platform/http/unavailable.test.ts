import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { makeRuntime, makeServer } from '../../app.ts'
import { Database } from '../database/database.ts'
import { openPostgresql } from '../database/postgresql.ts'

/** A port on which nothing listens: the way to the database is broken. */
const NOWHERE = 'postgresql://maillage@127.0.0.1:1/maillage'

const links = (body: string) =>
  [...(/<main [\s\S]*<\/main>/.exec(body)?.[0] ?? '').matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(
    ([, href, text]) => `${text?.trim()} → ${href}`,
  )

test('while the database is away, each page says so, offers itself again and the way home, and tells nothing of the reader', async () => {
  const database = new Database(openPostgresql(NOWHERE))
  const server = await makeServer(makeRuntime(database), pino({ level: 'silent' }), { requestsPerMinute: 1_000_000 })
  try {
    const read = await server.inject({ url: '/structures?q=jardins&type=ACI' })
    assert.equal(read.statusCode, 503)
    assert.match(read.body, /La base de données ne répond pas/)
    assert.doesNotMatch(read.body, /Se connecter/)
    assert.deepEqual(links(read.body), ['Réessayer → /structures?q=jardins&amp;type=ACI', 'Revenir à l’accueil → /'])
    // What was typed would be lost by a link: the page is reloaded, which sends it again.
    const sent = await server.inject({
      method: 'POST',
      url: '/connexion',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=a',
    })
    assert.equal(sent.statusCode, 503)
    assert.match(sent.body, /rechargez cette page pour envoyer de nouveau votre formulaire/)
    assert.deepEqual(links(sent.body), ['Revenir à l’accueil → /'])
    for (const url of ['//elsewhere.test', '/']) assert.ok(!/href="\/\//.test((await server.inject({ url })).body), url)
  } finally {
    await server.close()
    await database.close()
  }
})
