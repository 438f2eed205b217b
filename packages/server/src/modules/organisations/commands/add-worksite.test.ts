import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae } from '../fixtures.ts'
import type { Role } from '../model.ts'

async function aStructureWith(world: World, role: Role) {
  return world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const siae = await aSiae(tx, organisation)
    return { siae, organisation, member: await aMember(tx, organisation, role) }
  })
}

const TYPED = {
  name: 'Chantier des berges',
  address: '',
  commune: '11262',
  'commune-text': 'Narbonne (11, Aude)',
  'commune-for': 'Narbonne (11, Aude)',
  'firstDay-day': '1',
  'firstDay-month': '3',
  'firstDay-year': '2026',
}

databaseTest('a visitor is sent to sign in, and comes back here after', async (world) => {
  const { siae } = await aStructureWith(world, 'director')
  const answer = await (await openBrowser(world)).get(`/structures/${siae.id}/sites/ajouter`)
  assert.equal(answer.status, 303)
  assert.equal(answer.location, `/connexion?suite=${encodeURIComponent(`/structures/${siae.id}/sites/ajouter`)}`)
})

databaseTest('a counsellor of the same organisation finds no such page', async (world) => {
  const { siae, member } = await aStructureWith(world, 'counsellor')
  const browser = await openBrowser(world, member.accountId)
  assert.equal((await browser.get(`/structures/${siae.id}/sites/ajouter`)).status, 404)
  assert.equal((await browser.post(`/structures/${siae.id}/sites/ajouter`, TYPED)).status, 404)
})

databaseTest('the director of another organisation finds no such page', async (world) => {
  const { siae } = await aStructureWith(world, 'director')
  const stranger = await world.load(async (tx) => aMember(tx, await anOrganisation(tx, { name: 'Autre' }), 'director'))
  assert.equal((await (await openBrowser(world, stranger.accountId)).post(`/structures/${siae.id}/sites/ajouter`, TYPED)).status, 404)
})

databaseTest('a former director finds no such page from the day after the end', async (world) => {
  const { siae, organisation } = await aStructureWith(world, 'director')
  const former = await world.load((tx) => aMember(tx, organisation, 'director', { lastDay: '2020-12-31' }))
  assert.equal((await (await openBrowser(world, former.accountId)).get(`/structures/${siae.id}/sites/ajouter`)).status, 404)
})

databaseTest('the director adds a site, sees it on the card, and the audit names the fields only', async (world) => {
  const { siae, member } = await aStructureWith(world, 'director')
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/structures/${siae.id}/sites/ajouter`, TYPED)
  assert.equal(answer.location, `/structures/${siae.id}`)
  const card = await browser.get(`/structures/${siae.id}`)
  assert.match(card.text, /Site ajouté/)
  assert.match(card.text, /Chantier des berges/)
  const [line] = await world.look("select outcome, fields, subjects from audit where command = 'organisations/add-worksite'")
  assert.equal(line?.['outcome'], 'done')
  assert.doesNotMatch(JSON.stringify(line), /berges/)
})

databaseTest('an empty form says what to type, once per field, and changes nothing', async (world) => {
  const { siae, member } = await aStructureWith(world, 'director')
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/structures/${siae.id}/sites/ajouter`, {
    name: '',
    'firstDay-day': '31',
    'firstDay-month': '2',
    'firstDay-year': '2026',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Saisissez le nom du site/)
  assert.match(answer.text, /Saisissez la commune du site/)
  assert.match(answer.text, /Le premier jour n’existe pas dans le calendrier/)
  assert.match(answer.body, /value="31"/)
  assert.equal((await world.look('select from worksite')).length, 0)
})

databaseTest('a name already taken by an open site is refused in French, with the text kept', async (world) => {
  const { siae, member } = await aStructureWith(world, 'director')
  const browser = await openBrowser(world, member.accountId)
  await browser.post(`/structures/${siae.id}/sites/ajouter`, TYPED)
  const answer = await browser.post(`/structures/${siae.id}/sites/ajouter`, { ...TYPED, name: 'Chantier des BERGES' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Un site ouvert de cette structure porte déjà ce nom/)
  assert.match(answer.body, /Chantier des BERGES/)
  const [line] = await world.look("select refusals from audit where outcome = 'refused'")
  assert.deepEqual(line?.['refusals'], ['organisations/worksite-name-taken'])
})

databaseTest('the same form sent twice adds one site and leads to the same page', async (world) => {
  const { siae, member } = await aStructureWith(world, 'director')
  const browser = await openBrowser(world, member.accountId)
  const form = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(`/structures/${siae.id}/sites/ajouter`, form)
  const again = await browser.post(`/structures/${siae.id}/sites/ajouter`, form)
  assert.equal(again.location, `/structures/${siae.id}`)
  assert.equal((await world.look('select from worksite')).length, 1)
})

databaseTest('a form without the proof of this browser is refused', async (world) => {
  const { siae, member } = await aStructureWith(world, 'director')
  const answer = await (await openBrowser(world, member.accountId)).post(`/structures/${siae.id}/sites/ajouter`, { ...TYPED, _csrf: 'x' })
  assert.equal(answer.status, 403)
})

databaseTest('without script, « Chercher » proposes the communes and keeps the rest', async (world) => {
  const { siae, member } = await aStructureWith(world, 'director')
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/structures/${siae.id}/sites/ajouter`, {
    name: 'Chantier des berges',
    'commune-text': 'narb',
    _search: 'commune',
  })
  assert.match(answer.text, /Narbonne \(11, Aude\)/)
  assert.match(answer.body, /value="Chantier des berges"/)
})
