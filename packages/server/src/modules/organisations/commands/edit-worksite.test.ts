import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae, aWorksite, outsidersOf } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const siae = await aSiae(tx, organisation)
    const { id } = await aWorksite(tx, siae)
    return { organisation, siae, path: `/sites/${id}/modifier`, director: await aMember(tx, organisation, 'director') }
  })

const TYPED = {
  version: '1',
  name: 'Atelier du canal',
  address: '4 quai Riquet',
  commune: '11262',
  'commune-text': 'Narbonne (11, Aude)',
  'commune-for': 'Narbonne (11, Aude)',
}

databaseTest('a visitor, another role, another organisation, a former director change no site', async (world) => {
  const { organisation, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: TYPED })
  assert.equal((await world.look("select from worksite where name = 'Chantier des berges' and version = 1")).length, 1)
})

databaseTest('the director opens the form with what is known, corrects it, and the card says it', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const form = await browser.get(path)
  assert.match(form.body, /value="Chantier des berges"/)
  assert.match(form.body, /value="Carcassonne \(11, Aude\)"/)
  assert.equal((await browser.post(path, TYPED)).location, `/structures/${siae.id}`)
  assert.match((await browser.get(`/structures/${siae.id}`)).text, /Atelier du canal 4 quai Riquet Narbonne/)
  const [line] = await world.look("select fields, subjects from audit where command = 'organisations/edit-worksite'")
  assert.deepEqual(line?.['fields'], ['name', 'address', 'commune'])
  assert.doesNotMatch(JSON.stringify(line), /canal|Riquet/)
})

databaseTest('a name left empty is asked for, the rest stays typed, nothing changes', async (world) => {
  const { path, director } = await set(world)
  const answer = await (await openBrowser(world, director.accountId)).post(path, { ...TYPED, name: '' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Saisissez le nom du site/)
  assert.match(answer.body, /value="4 quai Riquet"/)
  assert.equal((await world.look('select from worksite where version = 1')).length, 1)
})

databaseTest('somebody was quicker: their values are shown beside what was typed, and sending again replaces them', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  await browser.post(path, { ...TYPED, name: 'Dépôt de la gare' })
  const stale = await browser.post(path, TYPED)
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Quelqu’un a modifié cette fiche/)
  assert.match(stale.text, /Valeurs actuelles.*Dépôt de la gare/)
  assert.match(stale.body, /value="Atelier du canal"/)
  assert.match(stale.body, /name="version" value="2"/)
  assert.equal((await browser.post(path, { ...TYPED, version: '2' })).location, `/structures/${siae.id}`)
})

databaseTest('the same form sent twice changes the site once', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const form = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, form)
  assert.equal((await browser.post(path, form)).location, `/structures/${siae.id}`)
  assert.equal((await world.look('select from worksite where version = 2')).length, 1)
})
