import assert from 'node:assert/strict'
import { anAccount } from './modules/accounts/fixtures.ts'
import { aMember, anOrganisation, aSiae } from './modules/organisations/fixtures.ts'
import { aSmallMap } from './modules/territories/fixtures.ts'
import { csrfOf } from './platform/session/token.ts'
import { databaseTest, type World } from './platform/testing/database-test.ts'
import { openBrowser } from './platform/testing/test-browser.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', origin: 'http://localhost' }

async function aDirector(world: World) {
  const { siae, accountId } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    return { siae: await aSiae(tx, organisation), accountId: (await aMember(tx, organisation, 'director')).accountId }
  })
  const browser = await openBrowser(world, accountId)
  const path = `/structures/${siae.id}/sites/ajouter`
  const server = await world.server()
  const raw = (payload: string, type = FORM['content-type'], url = path) =>
    server.inject({
      method: 'POST',
      url,
      cookies: { maillage_session: browser.token() },
      headers: { ...FORM, 'content-type': type },
      payload: payload.replace('{proof}', csrfOf(browser.token())),
    })
  return { browser, path, server, raw }
}

databaseTest('every page says what the browser may load, and from nowhere else', async (world) => {
  const { headers } = await (await world.server()).inject({ url: '/' })
  assert.equal(
    headers['content-security-policy'],
    "default-src 'none';script-src 'self';style-src 'self';font-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  )
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['x-frame-options'], 'DENY')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['x-powered-by'], undefined)
  assert.equal(headers['strict-transport-security'], undefined)
})

databaseTest('a body too large, or of more fields than any form, is refused in French and changes nothing', async (world) => {
  const { raw } = await aDirector(world)
  for (const payload of [
    `_csrf={proof}&name=${'x'.repeat(1_100_000)}`,
    `_csrf={proof}${'&name=a'.repeat(5001)}`,
    `_csrf={proof}${'&'.repeat(200_000)}`,
  ]) {
    const answer = await raw(payload)
    assert.equal(answer.statusCode, 413)
    assert.match(answer.body, /Envoi trop volumineux/)
  }
  assert.deepEqual(await world.look('select from worksite'), [])
})

databaseTest('only a form reaches a page: not JSON, not text, not files', async (world) => {
  const { raw } = await aDirector(world)
  for (const [type, payload] of [
    ['application/json', '{"_csrf":"{proof}","name":[["x"]]}'],
    ['text/plain', '_csrf={proof}'],
    ['multipart/form-data; boundary=x', '--x--'],
  ] as const) {
    const answer = await raw(payload, type)
    assert.equal(answer.statusCode, 415)
    assert.match(answer.body, /Demande illisible/)
  }
})

databaseTest('a field sent twice, nested or named like a part of an object is a field like another', async (world) => {
  const { raw } = await aDirector(world)
  for (const odd of [
    'name=Un&name=Deux&firstDay-day=1&firstDay-day=2&commune-text=a&commune-text=b&address=a&address=b',
    'name[a][b][c]=1&name[]=2',
    '__proto__=1&constructor=2&__proto__[name]=3&toString=4&hasOwnProperty=5',
    'request_id=a&request_id=b&commune=11262&commune=11069&commune-for=a&commune-for=b&_search=1&_search=2',
    `${'commune='.repeat(1)}${'%F0%9F%98%80'.repeat(1000)}`,
    '%=%&%E0%A4%A=%ZZ&name=%FF%FE',
  ]) {
    const answer = await raw(`_csrf={proof}&${odd}`)
    assert.equal(answer.statusCode, 422, odd.slice(0, 40))
    assert.match(answer.body, /<h1 class="govuk-heading-l">Ajouter un site/)
  }
  assert.equal((await raw('_csrf={proof}&_csrf={proof}')).statusCode, 403)
})

databaseTest('what a database cannot keep is dropped, and what is too long is said in French', async (world) => {
  const { raw } = await aDirector(world)
  const date = 'firstDay-day=1&firstDay-month=3&firstDay-year=2026'
  const long = await raw(
    `_csrf={proof}&name=${'é'.repeat(10_000)}&address=${'a'.repeat(10_000)}&commune=11262&commune-text=N&commune-for=N&${date}`,
  )
  assert.equal(long.statusCode, 422)
  assert.match(long.body, /dépasse 120 caractères/)
  const odd = await raw(`_csrf={proof}&name=Chantier%00+des%ED%A0%80berges&address=%00&commune=11262&commune-text=N&commune-for=N&${date}`)
  assert.equal(odd.statusCode, 303)
  const [site] = await world.look('select name, address from worksite')
  assert.equal(site?.['name'], 'Chantier des\uFFFD\uFFFD\uFFFDberges')
  assert.equal(site?.['address'], null)
})

databaseTest('NUL, broken escapes and endless words in an address are no fault', async (world) => {
  const { browser } = await aDirector(world)
  for (const [path, status] of [
    ['/communes.json?q=%00', 200],
    ['/communes.json?q=nar%00b&q=x&q[a]=b', 200],
    [`/communes.json?q=${'é'.repeat(2000)}`, 200],
    ['/connexion?suite=%00&suite=b', 200],
    ['/structures/%00', 404],
    ['/structures/%E0%A4%A', 404],
    [`/structures/${'x'.repeat(5000)}`, 404],
    [`/${'x/'.repeat(2000)}`, 404],
    ['/assets/../../package.json', 404],
    ['/assets/%2e%2e/%2e%2e/package.json', 404],
  ] as const) {
    const answer = await browser.get(path)
    assert.equal(answer.status, status, path.slice(0, 60))
    if (status === 404 && !path.startsWith('/assets')) assert.match(answer.text, /Page introuvable/)
  }
})

databaseTest('an error page gives no session, so two visitors never hold the same one', async (world) => {
  const server = await world.server()
  const answer = await server.inject({
    method: 'POST',
    url: '/connexion',
    headers: { ...FORM, 'content-type': 'application/json' },
    payload: '{}',
  })
  assert.equal(answer.statusCode, 415)
  assert.deepEqual(answer.cookies, [])
})

databaseTest('the proof written in a page signs nothing else of this browser', async (world) => {
  const { accountId } = await world.load((tx) => anAccount(tx, { email: 'a@exemple.test' }))
  const browser = await openBrowser(world, accountId)
  const server = await world.server()
  const answer = await server.inject({
    url: '/',
    cookies: { maillage_session: browser.token(), maillage_notice: `csrf.${csrfOf(browser.token())}` },
  })
  assert.equal(answer.statusCode, 200)
})
