import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, outsidersOf } from '../fixtures.ts'

const PATH = '/mon-organisation/membres/ajouter'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const director = await aMember(tx, organisation, 'director')
    // They have an account because they work elsewhere: that must never be told.
    const elsewhere = await anOrganisation(tx, { name: 'SPIP de l’Aude', functions: ['prescriber'] })
    const newcomer = await aMember(tx, elsewhere, 'prescriber', { name: 'Nom de son compte' })
    const form = { email: `${newcomer.membershipId}@exemple.test`, displayName: 'Alix Sorel', role: 'counsellor' }
    return { organisation, director, newcomer, form }
  })

const hatsHere = (world: World, { id }: { readonly id: string }) =>
  world.look('select role, display_name from membership where organisation_id = $1 order by recorded_at desc, role', [id])

databaseTest('a visitor, another role and a former director add nobody', async (world) => {
  const { organisation, form } = await set(world)
  const { 'another organisation': _elsewhere, ...outsiders } = await world.load((tx) => outsidersOf(tx, organisation))
  const before = await hatsHere(world, organisation)
  await isClosedTo(world, outsiders, { path: PATH, form })
  assert.deepEqual(await hatsHere(world, organisation), before)
})

databaseTest('the director adds somebody who has an account: they are told, and may wear the hat', async (world) => {
  const { director, newcomer, form } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(PATH, { ...form, email: ` ${form.email.toUpperCase()} ` })).location, `/membres/${newcomer.accountId}`)
  const card = await browser.get(`/membres/${newcomer.accountId}`)
  assert.match(card.text, /Alix Sorel/)
  assert.doesNotMatch(card.text, /SPIP|Nom de son compte/)
  const [mail] = await world.look('select recipient, body from mail')
  assert.match(String(mail?.['body']), /Camille Roux vous a ajouté aux membres de «\sAssociation du Lauragais\s»/)
  const theirs = await (await openBrowser(world, newcomer.accountId)).get('/')
  assert.match(theirs.text, /Association du Lauragais/)
  const [line] = await world.look("select fields, subjects from audit where command = 'organisations/add-member'")
  assert.doesNotMatch(JSON.stringify(line), /Sorel|exemple\.test/)
})

databaseTest('an address without account, or half typed, is refused with the text kept', async (world) => {
  const { organisation, director, form } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const absent = await browser.post(PATH, { ...form, email: 'personne@exemple.test' })
  assert.match(absent.text, /Aucun compte n’existe avec cette adresse/)
  assert.match(absent.body, /value="personne@exemple.test"/)
  assert.match(absent.body, /value="Alix Sorel"/)
  assert.match((await browser.post(PATH, { ...form, email: 'alix' })).text, /Saisissez une adresse e-mail complète/)
  const empty = await browser.post(PATH, {})
  for (const sentence of [/Saisissez une adresse/, /Saisissez le prénom et le nom/, /Choisissez une casquette/])
    assert.match(empty.text, sentence)
  assert.equal((await hatsHere(world, organisation)).length, 1)
})

databaseTest('a role that this organisation has no use for is not given', async (world) => {
  const { organisation, director, form } = await set(world)
  const answer = await (await openBrowser(world, director.accountId)).post(PATH, { ...form, role: 'authority_officer' })
  assert.match(answer.text, /Cette casquette n’existe pas dans votre organisation/)
  assert.equal((await hatsHere(world, organisation)).length, 1)
})

databaseTest('a member of today is sent to their card; a former one may come back', async (world) => {
  const { organisation, director, newcomer, form } = await set(world)
  await world.load((tx) => aMember(tx, organisation, 'counsellor', { accountId: newcomer.accountId, lastDay: '2026-11-20' }))
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(PATH, form)).status, 303)
  assert.match((await browser.post(PATH, { ...form, role: 'director' })).text, /Alix Sorel est déjà membre/)
})

databaseTest('addresses asked are counted, refusals included: the twenty-first of the day is not answered', async (world) => {
  const { director, form } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  for (let asked = 0; asked < 20; asked++) {
    assert.match((await browser.post(PATH, { ...form, email: `inconnu-${asked}@exemple.test` })).text, /Aucun compte/)
  }
  const answer = await browser.post(PATH, form)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Vous avez cherché beaucoup d’adresses aujourd’hui/)
  assert.match(answer.body, /value="Alix Sorel"/)
})

databaseTest('the same form sent twice adds one hat and one message', async (world) => {
  const { organisation, director, form } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const sent = { ...form, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  const first = await browser.post(PATH, sent)
  assert.equal((await browser.post(PATH, sent)).location, first.location)
  assert.equal((await hatsHere(world, organisation)).length, 2)
  assert.equal((await world.look('select from mail')).length, 1)
})
