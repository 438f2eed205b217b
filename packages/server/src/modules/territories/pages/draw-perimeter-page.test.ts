import assert from 'node:assert/strict'
import type { OrganisationFunction } from '../../../platform/command/actor.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap, aWorker } from '../fixtures.ts'

const HERE = '/territoires/dessiner'
const FIRST = { 'firstDay-day': '1', 'firstDay-month': '1', 'firstDay-year': '2026' }
const TYPED = { ...FIRST, name: 'Ouest audois', kind: 'bassin', communes: '11069\nSt-Papoul', _save: 'yes' }

async function aBrowserOf(world: World, role: string, does: OrganisationFunction = 'authority', territory = 'departement-11') {
  const worker = await world.load(async (tx) => {
    await aSmallMap(tx)
    return aWorker(tx, { role, does, territory })
  })
  return openBrowser(world, worker.accountId)
}

databaseTest('a visitor is sent to sign in; a counsellor and a director find no such page', async (world) => {
  assert.equal((await (await openBrowser(world)).get(HERE)).status, 303)
  const counsellor = await aBrowserOf(world, 'counsellor', 'operator')
  assert.equal((await counsellor.get(HERE)).status, 404)
  assert.equal((await counsellor.post(HERE, TYPED)).status, 404)
  const director = await world.load((tx) => aWorker(tx, { role: 'director', does: 'operator', name: 'Autre' }))
  assert.equal((await (await openBrowser(world, director.accountId)).post(HERE, TYPED)).status, 404)
  assert.equal((await world.look("select from territory where kind = 'bassin'")).length, 0)
})

for (const role of ['authority_officer', 'observatory_officer', 'funder_officer'] as const) {
  databaseTest(`a member with the role ${role} draws a bassin of pasted codes and names`, async (world) => {
    const browser = await aBrowserOf(world, role, role === 'funder_officer' ? 'funder' : 'authority')
    const answer = await browser.post(HERE, TYPED)
    assert.equal(answer.status, 303)
    const card = await browser.get(answer.location ?? '')
    assert.match(card.text, /Périmètre enregistré/)
    assert.match(card.text, /Bassin Ouest audois Dessiné par DDETS de l’Aude/)
    assert.match(card.text, /Carcassonne 11069.*Saint-Papoul 11361/)
    assert.match((await browser.get('/territoires?type=bassin')).text, /Ouest audois DDETS de l’Aude/)
    const [line] = await world.look("select outcome, fields, subjects from audit where command = 'territories/define-perimeter'")
    assert.equal(line?.['outcome'], 'done')
    assert.doesNotMatch(JSON.stringify(line), /Ouest/)
  })
}

databaseTest('each faulty line is named, and nothing is lost nor written', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer')
  const answer = await browser.post(HERE, { ...TYPED, communes: 'Carcassonne\n66136\n\nAtlantide\n99999' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Ligne 2 : « 66136 » est hors du territoire de votre organisation/)
  assert.match(answer.text, /Ligne 4 : « Atlantide » n’est le nom ni le code Insee d’aucune commune/)
  assert.match(answer.text, /Ligne 5 : « 99999 »/)
  assert.match(answer.body, /Atlantide\n99999/)
  assert.match(answer.body, /value="Ouest audois"/)
  assert.equal((await world.look("select from territory where kind = 'bassin'")).length, 0)
})

databaseTest('without script, communes are searched, added and taken away one at a time', async (world) => {
  const browser = await aBrowserOf(world, 'funder_officer', 'funder')
  const searched = await browser.post(HERE, { ...FIRST, name: 'Littoral', kind: 'perimeter', 'commune-text': 'narb', _search: 'commune' })
  assert.match(searched.text, /Narbonne \(11, Aude\).*Narbonne-Plage/)
  assert.match(searched.body, /value="Littoral"/)
  const chosen = {
    ...FIRST,
    name: 'Littoral',
    kind: 'perimeter',
    'commune-text': 'narb',
    'commune-for': 'narb',
    commune: '11262',
    _add: 'commune',
  }
  const added = await browser.post(HERE, chosen)
  assert.equal(added.status, 200)
  assert.match(added.text, /Communes déjà choisies \(1\) Narbonne \(11, Aude\)/)
  const removed = await browser.post(HERE, { ...FIRST, chosen: '11262', _remove: '11262' })
  assert.doesNotMatch(removed.text, /déjà choisies/)
  const saved = await browser.post(HERE, { ...FIRST, name: 'Littoral', kind: 'perimeter', chosen: '11262', _save: 'yes' })
  assert.match((await browser.get(saved.location ?? '')).text, /Périmètre Littoral/)
})

databaseTest('a commune outside the territory is refused, added one at a time or forged in the form', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer')
  const one = await browser.post(HERE, { 'commune-text': 'Perp', 'commune-for': 'Perp', commune: '66136', _add: 'commune' })
  assert.match(one.text, /Cette commune est hors du territoire de votre organisation/)
  const saved = await browser.post(HERE, { ...TYPED, 'commune-text': 'Perp', 'commune-for': 'Perp', commune: '66136' })
  assert.match(saved.text, /Cette commune est hors du territoire de votre organisation/)
  const forged = await browser.post(HERE, { ...TYPED, communes: '', chosen: '66136' })
  assert.equal(forged.status, 422)
  assert.match(forged.text, /hors du territoire de votre organisation : 66136/)
})

databaseTest('an authority of the région draws over its départements', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer', 'authority', 'region-76')
  assert.equal((await browser.post(HERE, { ...TYPED, communes: 'Perpignan\nCarcassonne' })).status, 303)
  assert.match((await browser.post(HERE, { ...TYPED, name: 'Autre', communes: 'Saint-Denis' })).text, /Ligne 1/)
})

databaseTest('an empty form says what to type, once per field', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer')
  const answer = await browser.post(HERE, { _save: 'yes', 'firstDay-day': '31', 'firstDay-month': '2', 'firstDay-year': '2026' })
  assert.equal(answer.status, 422)
  for (const sentence of [
    /Saisissez le nom du périmètre/,
    /Dites si c’est un bassin/,
    /n’existe pas dans le calendrier/,
    /Ajoutez au moins une commune/,
  ])
    assert.match(answer.text, sentence)
})

databaseTest('a name already in force is refused, and free again once the perimeter is closed', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer')
  const first = await browser.post(HERE, TYPED)
  assert.match((await browser.post(HERE, { ...TYPED, name: 'OUEST audois' })).text, /porte déjà ce nom/)
  const closed = await browser.post(`${first.location}/clore`, { 'lastDay-day': '31', 'lastDay-month': '1', 'lastDay-year': '2026' })
  assert.equal(closed.location, first.location)
  assert.match((await browser.get(closed.location ?? '')).text, /En vigueur du 1er janvier 2026 au 31 janvier 2026/)
  assert.equal((await browser.post(HERE, { ...TYPED, 'firstDay-month': '2' })).status, 303)
})

databaseTest('nobody of another organisation closes it, and it does not end before it begins', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer')
  const { location = '' } = await browser.post(HERE, TYPED)
  const day = (year: string) => ({ 'lastDay-day': '1', 'lastDay-month': '1', 'lastDay-year': year })
  const stranger = await world.load((tx) => aWorker(tx, { role: 'authority_officer', name: 'Autre' }))
  assert.equal((await (await openBrowser(world, stranger.accountId)).post(`${location}/clore`, day('2027'))).status, 404)
  assert.match((await browser.post(`${location}/clore`, day('2025'))).text, /il ne peut pas finir avant/)
  await browser.post(`${location}/clore`, day('2027'))
  assert.match((await browser.post(`${location}/clore`, day('2028'))).text, /déjà clos/)
})

databaseTest('the form sent twice draws one perimeter', async (world) => {
  const browser = await aBrowserOf(world, 'authority_officer')
  const form = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  const first = await browser.post(HERE, form)
  assert.equal((await browser.post(HERE, form)).location, first.location)
  assert.equal((await world.look("select from territory where kind = 'bassin'")).length, 1)
})
