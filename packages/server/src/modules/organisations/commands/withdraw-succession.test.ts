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
    const asked = await aMember(tx, to, 'director')
    return {
      ending,
      successor,
      asked,
      director: await aMember(tx, from, 'director'),
      outsiders: { ...(await outsidersOf(tx, from)), 'the carrier asked': asked.accountId },
      answer: `/reprises/${said.id}`,
      path: `/reprises/${said.id}/retirer`,
    }
  })

databaseTest('a visitor, another role, a former director, a stranger and the carrier asked withdraw nothing', async (world) => {
  const { outsiders, path } = await scene(world)
  await isClosedTo(world, outsiders, { path, form: {} })
  assert.deepEqual(await world.look('select state from siae_succession'), [{ state: 'waiting' }])
})

databaseTest('withdrawn, the structure goes on, no answer is waited for and another proposal may be made', async (world) => {
  const { ending, successor, asked, director, answer, path } = await scene(world)
  const [browser, other] = [await openBrowser(world, director.accountId), await openBrowser(world, asked.accountId)]
  assert.match((await other.get('/')).text, /Répondre à une proposition de reprise/)
  assert.match((await browser.get(`/structures/${ending.id}`)).body, new RegExp(`href="${path}"`))
  assert.match((await browser.get(path)).text, /rien ne change pour les personnes/)
  assert.equal((await browser.post(path, {})).location, `/structures/${ending.id}`)
  assert.deepEqual(await world.look('select state, answered_by from siae_succession'), [
    { state: 'withdrawn', answered_by: director.accountId },
  ])
  assert.equal((await other.post(answer, { answer: 'accepted' })).status, 404)
  assert.doesNotMatch((await other.get('/')).text, /proposition de reprise/)
  const again = { reason: 'transferred', successorId: successor.id, 'lastDay-day': '31', 'lastDay-month': '12', 'lastDay-year': '2026' }
  assert.equal((await browser.post(`/structures/${ending.id}/fin`, again)).status, 303)
})

databaseTest('answered meanwhile, it is no longer withdrawn', async (world) => {
  const { asked, director, answer, path } = await scene(world)
  assert.equal((await (await openBrowser(world, asked.accountId)).post(answer, { answer: 'refused' })).status, 303)
  assert.equal((await (await openBrowser(world, director.accountId)).post(path, {})).status, 404)
  assert.deepEqual(await world.look('select state from siae_succession'), [{ state: 'refused' }])
})
