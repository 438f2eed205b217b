import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aUnit, outsidersOf } from '../fixtures.ts'

const TYPED = { name: 'Équipe de la haute vallée', version: '1' }

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    return { organisation, unit, path: `/equipes/${unit.id}/modifier`, director: await aMember(tx, organisation, 'director') }
  })

databaseTest('a visitor, another role, another organisation, a former director rename no team', async (world) => {
  const { organisation, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: TYPED })
  assert.deepEqual(await world.look('select name from unit'), [{ name: 'Équipe de Limoux' }])
})

databaseTest('the director renames a team', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(path)).body, /value="Équipe de Limoux"/)
  assert.equal((await browser.post(path, TYPED)).location, '/mon-organisation')
  assert.match((await browser.get('/mon-organisation')).text, /Équipe de la haute vallée/)
})

databaseTest('an empty name is asked for, and changes nothing', async (world) => {
  const { path, director } = await set(world)
  const answer = await (await openBrowser(world, director.accountId)).post(path, { ...TYPED, name: '' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Saisissez le nom de l’équipe/)
  assert.deepEqual(await world.look('select name from unit'), [{ name: 'Équipe de Limoux' }])
})

databaseTest('the name of another open team is refused, with the text kept', async (world) => {
  const { organisation, path, director } = await set(world)
  await world.load((tx) => aUnit(tx, organisation, { name: 'Équipe de la haute vallée' }))
  const answer = await (await openBrowser(world, director.accountId)).post(path, TYPED)
  assert.match(answer.text, /Une équipe ouverte porte déjà ce nom/)
  assert.match(answer.body, /value="Équipe de la haute vallée"/)
})

databaseTest('somebody was quicker: the name they gave is shown beside the one typed', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  await browser.post(path, { ...TYPED, name: 'Équipe du Razès' })
  const stale = await browser.post(path, TYPED)
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Nom actuel, enregistré pendant que vous écriviez : Équipe du Razès/)
  assert.match(stale.body, /value="Équipe de la haute vallée"/)
})

databaseTest('a closed team keeps its name', async (world) => {
  const { organisation, director } = await set(world)
  const closed = await world.load((tx) => aUnit(tx, organisation, { name: 'Ancienne équipe', lastDay: '2025-12-31' }))
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.get(`/equipes/${closed.id}/modifier`)).status, 404)
  assert.match((await browser.post(`/equipes/${closed.id}/modifier`, TYPED)).text, /ferme ou a fermé le 31 décembre 2025/)
})

databaseTest('the same form sent twice renames once', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const form = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, form)
  assert.equal((await browser.post(path, form)).location, '/mon-organisation')
  assert.deepEqual(await world.look('select version from unit'), [{ version: 2 }])
})
