import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae, aSuccession, aUnit, outsidersOf } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const from = await anOrganisation(tx, { name: 'Ateliers de l’Aude' })
    const ending = await aSiae(tx, from, { name: 'Ateliers de l’Aude' })
    const to = await anOrganisation(tx)
    const successor = await aSiae(tx, to)
    await aUnit(tx, to, { siae: successor })
    const said = await aSuccession(tx, ending, successor)
    return {
      ending,
      successor,
      director: await aMember(tx, to, 'director'),
      outsiders: { ...(await outsidersOf(tx, to)), 'the carrier that ends': (await aMember(tx, from, 'director')).accountId },
      path: `/reprises/${said.id}`,
    }
  })

databaseTest('a visitor, another role, a former director, a stranger and the carrier that ends answer nothing', async (world) => {
  const { outsiders, path } = await scene(world)
  await isClosedTo(world, outsiders, { path, form: { answer: 'accepted' } })
  assert.deepEqual(await world.look('select state from siae_succession'), [{ state: 'waiting' }])
})

databaseTest('accepted, the structure ends and names its successor; each card leads to the other', async (world) => {
  const { ending, successor, director, path } = await scene(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(`/structures/${successor.id}`)).text, /« Ateliers de l’Aude » propose que cette structure la reprenne/)
  assert.equal((await browser.post(path, { answer: 'accepted' })).location, `/structures/${successor.id}`)
  assert.deepEqual(await world.look('select last_day::text, successor_id from siae where id = $1', [ending.id]), [
    { last_day: '2026-11-30', successor_id: successor.id },
  ])
  assert.match((await browser.get(`/structures/${ending.id}`)).text, /Reprise par Les Jardins du Lauragais/)
  assert.match((await browser.get(`/structures/${successor.id}`)).text, /A repris Ateliers de l’Aude/)
  assert.equal((await browser.post(path, { answer: 'accepted' })).status, 404, 'answered once')
})

databaseTest('refused, nothing changes and the carrier may propose it to another one; no answer is asked again', async (world) => {
  const { ending, director, path } = await scene(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, { answer: '' })).text, /Choisissez une réponse/)
  assert.equal((await browser.post(path, { answer: 'refused' })).status, 303)
  assert.deepEqual(await world.look('select state from siae_succession'), [{ state: 'refused' }])
  assert.deepEqual(await world.look('select last_day, successor_id from siae where id = $1', [ending.id]), [
    { last_day: null, successor_id: null },
  ])
})
