import assert from 'node:assert/strict'
import { anAccount, aPersona } from './modules/accounts/fixtures.ts'
import { aMember, anOrganisation, aSiae } from './modules/organisations/fixtures.ts'
import { aSmallMap } from './modules/territories/fixtures.ts'
import { broughtBack, carry } from './platform/http/carried-form.ts'
import { passingKeyRing } from './platform/keys/key-ring.ts'
import { databaseTest, type World } from './platform/testing/database-test.ts'
import { type Answer, openBrowser } from './platform/testing/test-browser.ts'

const EMAIL = 'camille.roux@exemple.test'
const PASSWORD = 'un mot de passe assez long'
const TYPED = {
  name: 'Chantier des berges',
  address: '3 rue du Canal',
  commune: '11262',
  'commune-text': 'Narbonne (11, Aude)',
  'commune-for': 'Narbonne (11, Aude)',
  'firstDay-day': '1',
  'firstDay-month': '3',
  'firstDay-year': '2026',
}

/** A director whose session ends while the form of a new site is open in the browser. */
async function interrupted(world: World) {
  const { siae, accountId } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const { accountId } = await anAccount(tx, { email: EMAIL, password: PASSWORD })
    await aMember(tx, organisation, 'director', { accountId })
    return { siae: await aSiae(tx, organisation), accountId }
  })
  const browser = await openBrowser(world, accountId)
  const path = `/structures/${siae.id}/sites/ajouter`
  assert.equal((await browser.get(path)).status, 200)
  await world.look("update session set expires_at = now() - interval '1 second'")
  return { browser, path, accountId }
}

const hidden = ({ body }: Answer, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const sites = ({ look }: World) => look('select name from worksite')

databaseTest('what was typed when the session expired comes back after sign-in, and is sent only when it is sent again', async (world) => {
  const { browser, path } = await interrupted(world)
  const door = await browser.post(path, TYPED)
  assert.equal(door.status, 401)
  assert.match(door.text, /Se connecter/)
  assert.match(door.text, /rien n’est perdu/)
  assert.doesNotMatch(door.body, /Chantier des berges|rue du Canal/)
  assert.match(door.body, new RegExp(`action="/connexion\\?suite=${encodeURIComponent(path)}"`))

  const wrong = await browser.post(`/connexion?suite=${encodeURIComponent(path)}`, {
    email: EMAIL,
    password: 'autre',
    _carried: hidden(door, '_carried'),
  })
  assert.equal(wrong.status, 422)
  assert.equal(hidden(wrong, '_carried'), hidden(door, '_carried'))

  const before = browser.token()
  const again = await browser.post(`/connexion?suite=${encodeURIComponent(path)}`, {
    email: EMAIL,
    password: PASSWORD,
    _carried: hidden(wrong, '_carried'),
  })
  assert.equal(again.status, 200)
  assert.notEqual(browser.token(), before)
  assert.match(again.text, /Votre session avait expiré : relisez puis envoyez de nouveau\./)
  assert.match(again.text, /Camille Roux/)
  assert.match(again.body, /value="Chantier des berges"/)
  assert.match(again.body, /value="3 rue du Canal"/)
  assert.deepEqual(await sites(world), [])
  assert.deepEqual(await world.look("select from audit where command = 'organisations/add-worksite'"), [])

  const sent = await browser.post(path, { ...TYPED, _csrf: hidden(again, '_csrf'), request_id: hidden(again, 'request_id') })
  assert.equal(sent.status, 303)
  assert.deepEqual(await sites(world), [{ name: 'Chantier des berges' }])
})

databaseTest('a persona of the demonstration, who has no password, finds their text again too', async (world) => {
  await world.look("insert into deployment (purpose) values ('demonstration')")
  const { browser, path, accountId } = await interrupted(world)
  await world.load((tx) => aPersona(tx, accountId))
  const door = await browser.post(path, TYPED)
  const again = await browser.post('/demonstration', { account: accountId, _carried: hidden(door, '_carried') })
  assert.match(again.body, /value="Chantier des berges"/)
  assert.deepEqual(await sites(world), [])
})

databaseTest('somebody else who signs in on this browser is not shown a form that is not theirs', async (world) => {
  const { browser, path } = await interrupted(world)
  await world.load((tx) => anAccount(tx, { email: 'autre@exemple.test', password: PASSWORD, name: 'Dominique Faure' }))
  const door = await browser.post(path, TYPED)
  const answer = await browser.post('/connexion', { email: 'autre@exemple.test', password: PASSWORD, _carried: hidden(door, '_carried') })
  assert.equal(answer.status, 303)
  assert.doesNotMatch(answer.body, /Chantier/)
})

databaseTest('a sealed text that is not ours, or is too long, loses nothing but itself', async (world) => {
  const { browser, path } = await interrupted(world)
  const tooLong = await browser.post(path, { ...TYPED, address: 'x'.repeat(250_000) })
  assert.equal(tooLong.status, 401)
  assert.match(tooLong.text, /trop longue pour être gardée/)
  const answer = await browser.post(`/connexion?suite=${encodeURIComponent(path)}`, {
    email: EMAIL,
    password: PASSWORD,
    _carried: 'passing.AAAA',
  })
  assert.equal(answer.location, path)
})

databaseTest('a button without a page of its own leads home after sign-in', async (world) => {
  const { browser } = await interrupted(world)
  assert.equal((await browser.post('/chapeau', { hat: 'x' })).location, '/connexion?suite=%2F')
})

databaseTest('a form that was never proved is not carried', async (world) => {
  const { browser, path } = await interrupted(world)
  const forged = await browser.post(path, { ...TYPED, _csrf: 'x' })
  assert.equal(forged.status, 403)
  assert.equal(hidden(forged, '_carried'), '')
})

databaseTest('the seal keeps the address and drops the secrets', async () => {
  const keys = passingKeyRing()
  const sealed = carry(keys, {
    url: '/a?b=c',
    fields: { _csrf: 'p', request_id: 'r', password: 's', 'new-password': 't', name: 'N', kept: ['1', '2'] },
  })
  assert.deepEqual(broughtBack(keys, { _carried: sealed ?? '' }), { url: '/a?b=c', fields: { name: 'N', kept: ['1', '2'] } })
  assert.equal(broughtBack(passingKeyRing(), { _carried: sealed ?? '' }), undefined)
  assert.equal(broughtBack(keys, { _carried: ['a', 'b'] }), undefined)
  assert.equal(broughtBack(keys, {}), undefined)
})
