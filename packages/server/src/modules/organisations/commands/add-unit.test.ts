import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae, outsidersOf } from '../fixtures.ts'

const PATH = '/mon-organisation/equipes/ajouter'
const TYPED = { name: 'Équipe de Limoux', kind: 'team', siaeId: '' }

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    return { organisation, siae: await aSiae(tx, organisation), director: await aMember(tx, organisation, 'director') }
  })

databaseTest('a visitor, another role and a former director add no team', async (world) => {
  const { organisation } = await set(world)
  const { 'another organisation': foreign, ...outsiders } = await world.load((tx) => outsidersOf(tx, organisation))
  assert.ok(foreign)
  await isClosedTo(world, outsiders, { path: PATH, form: TYPED })
  assert.equal((await world.look('select from unit')).length, 0)
})

databaseTest('the director of another organisation adds a team there, never here', async (world) => {
  const { organisation, siae } = await set(world)
  const outsiders = await world.load((tx) => outsidersOf(tx, organisation))
  const browser = await openBrowser(world, outsiders['another organisation'])
  const answer = await browser.post(PATH, { ...TYPED, siaeId: siae.id })
  assert.match(answer.text, /Choisissez une structure de votre organisation/)
  await browser.post(PATH, TYPED)
  assert.deepEqual(await world.look(`select organisation_id = '${organisation.id}' as here from unit`), [{ here: false }])
})

databaseTest('the director adds a team to a structure, and everybody reads it on its card', async (world) => {
  const { siae, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(PATH, { ...TYPED, siaeId: siae.id })).location, '/mon-organisation')
  assert.match((await browser.get('/mon-organisation')).text, /Équipe de Limoux Équipe Les Jardins du Lauragais 0/)
  assert.match((await (await openBrowser(world)).get(`/structures/${siae.id}`)).text, /Équipe de Limoux \(équipe\)/)
  assert.equal((await world.look("select from event where type = 'organisations/unit-added'")).length, 1)
})

databaseTest('an empty form says what to type and changes nothing', async (world) => {
  const { director } = await set(world)
  const answer = await (await openBrowser(world, director.accountId)).post(PATH, {})
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Saisissez le nom de l’équipe/)
  assert.match(answer.text, /Dites si c’est une équipe ou une agence/)
  assert.equal((await world.look('select from unit')).length, 0)
})

databaseTest('two open teams of one structure cannot have one name, whatever the capitals; the text is kept', async (world) => {
  const { siae, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  await browser.post(PATH, TYPED)
  const again = await browser.post(PATH, { ...TYPED, name: 'équipe de LIMOUX' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Une équipe ouverte porte déjà ce nom/)
  assert.match(again.body, /value="équipe de LIMOUX"/)
  assert.equal((await browser.post(PATH, { ...TYPED, siaeId: siae.id })).status, 303)
})

databaseTest('the same form sent twice adds one team', async (world) => {
  const { director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const form = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(PATH, form)
  assert.equal((await browser.post(PATH, form)).location, '/mon-organisation')
  assert.equal((await world.look('select from unit')).length, 1)
})
