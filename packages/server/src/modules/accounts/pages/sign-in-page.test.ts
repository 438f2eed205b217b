import assert from 'node:assert/strict'
import { pino } from 'pino'
import { makeServer } from '../../../app.ts'
import { csrfOf } from '../../../platform/session/token.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAccount } from '../fixtures.ts'
import { SIGN_IN_LIMITS } from '../model.ts'
import { signIn } from '../sign-in.ts'

const EMAIL = 'camille.roux@exemple.test'
const PASSWORD = 'un mot de passe assez long'
const known = (world: World, state: 'active' | 'closed' = 'active') =>
  world.load((tx) => anAccount(tx, { email: EMAIL, password: PASSWORD, state }))
const sessions = ({ look }: World) => look('select token_hash, account_id from session')

databaseTest('a wrong password, an unknown address and a closed account get the same answer', async (world) => {
  await known(world)
  await world.load((tx) => anAccount(tx, { email: 'parti@exemple.test', password: PASSWORD, state: 'closed' }))
  const browser = await openBrowser(world)
  await browser.get('/connexion')
  const answers = [
    await browser.post('/connexion', { email: EMAIL, password: 'autre' }),
    await browser.post('/connexion', { email: 'inconnu@exemple.test', password: PASSWORD }),
    await browser.post('/connexion', { email: 'parti@exemple.test', password: PASSWORD }),
  ]
  for (const { status, text } of answers) {
    assert.equal(status, 422)
    assert.match(text, /L’adresse ou le mot de passe est inexact/)
  }
  const shown = answers.map(({ body }) => body.replaceAll(/value="[^"]*@exemple\.test"/g, ''))
  assert.equal(new Set(shown).size, 1)
  assert.doesNotMatch(answers[0]?.body ?? '', /autre"/)
  assert.equal((await sessions(world)).length, 0)
})

databaseTest('the password is checked, as slowly, when the address is unknown or has no password', async (world) => {
  await known(world)
  await world.load((tx) => anAccount(tx, { email: 'sans@exemple.test' }))
  for (const email of [EMAIL, 'inconnu@exemple.test', 'sans@exemple.test']) {
    const hashes: string[] = []
    const answer = await signIn(world.database, email, 'x', 'caller', async (hash) => {
      hashes.push(hash)
      return email !== EMAIL
    })
    assert.equal(answer.state, 'wrong')
    assert.equal(hashes.length, 1)
    assert.match(hashes[0] ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  }
})

databaseTest('an address tried too often waits, whether it exists or not, even with the right password', async (world) => {
  await known(world)
  const never = () => Promise.resolve(false)
  for (const email of [EMAIL, 'inconnu@exemple.test']) {
    for (let tries = 0; tries < SIGN_IN_LIMITS.perAddress; tries++)
      assert.equal((await signIn(world.database, email, 'x', `caller ${tries}`, never)).state, 'wrong')
    assert.equal((await signIn(world.database, ` ${email.toUpperCase()}`, PASSWORD, 'another caller')).state, 'too-many')
  }
  const answer = await (await openBrowser(world)).post('/connexion', { email: EMAIL, password: PASSWORD })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Trop d’essais/)
})

databaseTest('a caller who tries many addresses waits, and the counters hold neither address nor caller', async (world) => {
  const never = () => Promise.resolve(false)
  for (let tries = 0; tries < SIGN_IN_LIMITS.perCaller; tries++) {
    assert.equal((await signIn(world.database, `p${tries}@exemple.test`, 'x', 'one-caller', never)).state, 'wrong')
  }
  assert.equal((await signIn(world.database, 'p99@exemple.test', 'x', 'one-caller', never)).state, 'too-many')
  assert.equal((await signIn(world.database, 'p99@exemple.test', 'x', 'someone-else', never)).state, 'wrong')
  const keys = await world.look('select key from rate')
  assert.doesNotMatch(JSON.stringify(keys), /exemple/)
})

databaseTest('after a quarter of an hour one may try again', async (world) => {
  await known(world)
  for (let tries = 0; tries <= SIGN_IN_LIMITS.perAddress; tries++)
    await signIn(world.database, EMAIL, 'x', 'caller', () => Promise.resolve(false))
  await world.look(`update rate set window_start = now() - interval '${SIGN_IN_LIMITS.seconds + 1} seconds'`)
  assert.equal((await signIn(world.database, EMAIL, PASSWORD, 'caller')).state, 'open')
})

databaseTest('a header that anybody may write does not make another caller', async (world) => {
  const browser = await openBrowser(world)
  for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
    await browser.post('/connexion', { email: `${address}@exemple.test`, password: 'x' }, { 'x-forwarded-for': address })
  }
  const callers = await world.look("select count from rate where bucket = 'sign-in-caller'")
  assert.deepEqual(callers, [{ count: 3 }])
})

databaseTest('signing in gives a new secret: one planted before is worth nothing after', async (world) => {
  await known(world)
  const browser = await openBrowser(world)
  const planted = browser.token()
  const answer = await browser.post('/connexion?suite=/structures', { email: EMAIL, password: PASSWORD })
  assert.equal(answer.location, '/structures')
  assert.notEqual(browser.token(), planted)
  const server = await world.server()
  const withPlanted = await server.inject({ url: '/', cookies: { maillage_session: planted } })
  assert.doesNotMatch(withPlanted.body, /Camille Roux/)
  assert.match((await browser.get('/')).text, /Bonjour Camille Roux/)
})

databaseTest('signing in again ends the session before it', async (world) => {
  const { accountId } = await known(world)
  const browser = await openBrowser(world, accountId)
  await browser.post('/connexion', { email: EMAIL, password: PASSWORD })
  assert.equal((await sessions(world)).length, 1)
})

databaseTest('signing out ends the session on the server, even for somebody who kept the cookie', async (world) => {
  const { accountId } = await known(world)
  const browser = await openBrowser(world, accountId)
  const kept = browser.token()
  assert.equal((await browser.post('/deconnexion')).location, '/')
  assert.equal((await sessions(world)).length, 0)
  const again = await (await world.server()).inject({ url: '/', cookies: { maillage_session: kept } })
  assert.doesNotMatch(again.body, /Bonjour/)
})

databaseTest('an expired session and a closed account are nobody', async (world) => {
  const { accountId } = await known(world)
  const browser = await openBrowser(world, accountId)
  assert.match((await browser.get('/')).text, /Bonjour/)
  await world.look("update session set expires_at = now() - interval '1 second'")
  assert.doesNotMatch((await browser.get('/')).text, /Bonjour/)
  await world.look("update session set expires_at = now() + interval '1 hour'")
  assert.match((await browser.get('/')).text, /Bonjour/)
  await world.look("update account set state = 'closed'")
  assert.doesNotMatch((await browser.get('/')).text, /Bonjour/)
  await assert.rejects(openBrowser(world, accountId), /cannot sign in/)
})

databaseTest('the address after sign-in stays inside this site', async (world) => {
  await known(world)
  for (const suite of ['https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', 'javascript:alert(1)']) {
    const answer = await (await openBrowser(world)).post(`/connexion?suite=${encodeURIComponent(suite)}`, {
      email: EMAIL,
      password: PASSWORD,
    })
    assert.equal(answer.location, '/')
  }
})

databaseTest('the session cookie is out of reach of scripts and of other sites, and secure behind https', async (world) => {
  const answer = await (await world.server()).inject({ url: '/connexion' })
  const cookie = answer.cookies.find(({ name }) => name === 'maillage_session')
  assert.equal(cookie?.httpOnly, true)
  assert.equal(cookie?.sameSite, 'Lax')
  assert.equal(cookie?.path, '/')
  assert.equal(cookie?.expires, undefined)
})

databaseTest('behind https the cookie has a name that no other host can write, and the name without it opens nothing', async (world) => {
  await known(world)
  const server = await makeServer(world.runtime, pino({ level: 'silent' }), { secureCookies: true, requestsPerMinute: 1_000_000 })
  const first = await server.inject({ url: '/connexion' })
  const cookie = first.cookies.find(({ name }) => name === '__Host-maillage_session')
  assert.deepEqual([cookie?.secure, cookie?.path, cookie?.domain, cookie?.httpOnly], [true, '/', undefined, true])
  assert.deepEqual(
    first.cookies.filter(({ name }) => !name.startsWith('__Host-')),
    [],
  )
  const token = cookie?.value ?? ''
  const signedIn = await server.inject({
    method: 'POST',
    url: '/connexion',
    cookies: { '__Host-maillage_session': token },
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', origin: 'https://localhost' },
    payload: new URLSearchParams({ _csrf: csrfOf(token), email: EMAIL, password: PASSWORD }).toString(),
  })
  const held = signedIn.cookies.find(({ name }) => name === '__Host-maillage_session')?.value ?? ''
  const home = (cookies: Record<string, string>) => server.inject({ url: '/', cookies })
  assert.match((await home({ '__Host-maillage_session': held })).body, /Camille Roux/)
  assert.doesNotMatch((await home({ maillage_session: held })).body, /Camille Roux/)
})
