import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { makeServer } from './app.ts'
import { anAccount } from './modules/accounts/fixtures.ts'
import { aMember, anOrganisation, aSiae } from './modules/organisations/fixtures.ts'
import { aSmallMap } from './modules/territories/fixtures.ts'
import { errorWithoutData, makeLogger } from './platform/logging/logger.ts'
import { csrfOf, tokenHash } from './platform/session/token.ts'
import { aContext, databaseTest, type World } from './platform/testing/database-test.ts'

const SECRETS = ['jeanne.dupont', 'Dupont', '1 85 05 78 006 084', 'Chantier-Secret', 'mot-de-passe-secret', 'rechercheSecrete'] as const

/** A server whose log is kept, at its most talkative. */
async function listened(world: World) {
  const lines: string[] = []
  const logger = makeLogger('trace', { write: (line) => void lines.push(line) })
  return { server: await makeServer(world.runtime, logger, { requestsPerMinute: 1_000_000 }), log: () => lines.join('') }
}

databaseTest('nothing of an address, a query, a body, a cookie or a person reaches the log', async (world) => {
  const { siae, accountId } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx, { name: 'Association Dupont' })
    const { accountId } = await anAccount(tx, {
      email: 'jeanne.dupont@exemple.test',
      name: 'Jeanne Dupont',
      password: 'mot-de-passe-secret',
    })
    await aMember(tx, organisation, 'director', { accountId, name: 'Jeanne Dupont' })
    return { siae: await aSiae(tx, organisation), accountId }
  })
  const { server, log } = await listened(world)
  const token = `secret-token-${randomUUID()}`
  await world.database.beforeActor('open_session', [tokenHash(token), accountId, 1])
  const send = (method: 'GET' | 'POST', url: string, fields: Record<string, string> = {}) =>
    server.inject({
      method,
      url,
      cookies: { maillage_session: token },
      ...(method === 'POST'
        ? {
            headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', origin: 'http://localhost' },
            payload: new URLSearchParams({ _csrf: csrfOf(token), ...fields }).toString(),
          }
        : {}),
    })
  const statuses = [
    await send('GET', `/structures/${siae.id}?q=rechercheSecrete`),
    await send('GET', '/jeanne.dupont@exemple.test/1%2085%2005%2078%20006%20084'),
    await send('GET', '/structures/jeanne.dupont%40exemple.test'),
    await send('GET', '/structures/%E0%A4%A?q=rechercheSecrete'),
    await send('GET', '/communes.json?q=rechercheSecrete'),
    await send('POST', `/structures/${siae.id}/sites/ajouter`, { name: 'Chantier-Secret', commune: '11262' }),
    await send('POST', '/connexion', { email: 'jeanne.dupont@exemple.test', password: 'mot-de-passe-secret' }),
    await send('POST', '/connexion', { email: 'jeanne.dupont@exemple.test', password: 'x'.repeat(1_200_000) }),
    await send('POST', '/connexion?suite=rechercheSecrete', { _csrf: 'x', email: 'jeanne.dupont@exemple.test' }),
  ].map(({ statusCode }) => statusCode)
  assert.deepEqual(statuses, [200, 404, 404, 404, 200, 422, 303, 413, 403])
  assert.match(log(), /"route":"\/structures\/:id"/)
  for (const secret of [...SECRETS, siae.id, accountId, token, csrfOf(token)]) assert.ok(!log().includes(secret), `the log says ${secret}`)
})

databaseTest('an error of the database says its constraint and where, never the values it quotes', async (world) => {
  const lines: string[] = []
  const logger = makeLogger('trace', { write: (line) => void lines.push(line) })
  const failures = [
    `insert into account (id, email, email_key, display_name, state, created_at) select gen_random_uuid(), 'jeanne.dupont', 'jeanne.dupont', 'Dupont', 'active', now() from generate_series(1, 2)`,
    `insert into account (id, email, email_key, display_name, state, created_at) values (gen_random_uuid(), 'jeanne.dupont', 'x', 'Dupont', 'Chantier-Secret', now())`,
    "select 'Chantier-Secret'::uuid",
    "select 'Chantier-Secret'::date",
    'select "Chantier-Secret" from account',
  ]
  for (const statement of failures) {
    await assert.rejects(
      world.database.transaction(
        {
          role: 'maillage_loader',
          context: aContext(),
        },
        async (tx) => {
          await sql.raw(statement).execute(tx)
        },
      ),
      (error: unknown) => {
        logger.error({ err: new Error('while saving', { cause: error }) }, 'fault')
        logger.error({ err: error }, 'fault')
        return true
      },
    )
  }
  const log = lines.join('')
  assert.match(log, /account_email_once/)
  for (const secret of SECRETS) assert.ok(!log.includes(secret), `the log says ${secret}`)
})

test('an error is said by its name, code and places; what a cause quotes is not said either', () => {
  const database = Object.assign(new Error('Key (email)=(jeanne.dupont) already exists'), {
    code: '23505',
    constraint: 'account_email_once',
    detail: 'Key (email)=(jeanne.dupont)',
  })
  const said = JSON.stringify(errorWithoutData(new Error('while saving', { cause: database })))
  assert.match(said, /while saving/)
  assert.match(said, /23505/)
  assert.doesNotMatch(said, /jeanne/)
  const unread = new Error('while reading', {
    cause: (() => {
      try {
        return JSON.parse('{"jeanne": dupont}') as unknown
      } catch (error) {
        return error
      }
    })(),
  })
  assert.doesNotMatch(JSON.stringify(errorWithoutData(unread)), /jeanne|dupont/)
  assert.doesNotThrow(() => errorWithoutData(undefined))
  assert.doesNotMatch(JSON.stringify(errorWithoutData('jeanne was thrown')), /jeanne/)
})
