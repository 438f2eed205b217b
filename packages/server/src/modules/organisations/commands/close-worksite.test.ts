import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae, aWorksite, outsidersOf } from '../fixtures.ts'

const on = (day: string, year = '2026') => ({ version: '1', 'lastDay-day': day, 'lastDay-month': '11', 'lastDay-year': year })

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const siae = await aSiae(tx, organisation)
    const { id } = await aWorksite(tx, siae)
    return { organisation, siae, path: `/sites/${id}/fermer`, director: await aMember(tx, organisation, 'director') }
  })

const lastDay = async (world: World) => (await world.look('select last_day::text from worksite'))[0]?.['last_day']

databaseTest('a visitor, another role, another organisation, a former director close no site', async (world) => {
  const { organisation, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: on('30') })
  assert.equal(await lastDay(world), null)
})

databaseTest('the director closes a site: it stays on the card with its last day', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(path, on('30'))).location, `/structures/${siae.id}`)
  assert.match((await browser.get(`/structures/${siae.id}`)).text, /Chantier des berges – Carcassonne Ouvert jusqu’au 30 novembre 2026/)
})

databaseTest('a day before its opening, or none, is refused and nothing changes', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, on('30', '2019'))).text, /Ce site a ouvert le 1er janvier 2020/)
  assert.match((await browser.post(path, { version: '1' })).text, /Saisissez le dernier jour du site/)
  assert.equal(await lastDay(world), null)
})

databaseTest('a form opened before somebody else’s change is refused', async (world) => {
  const { path, director } = await set(world)
  await world.look('update worksite set version = 2')
  const answer = await (await openBrowser(world, director.accountId)).post(path, on('30'))
  assert.match(answer.text, /Quelqu’un a modifié cette fiche/)
  assert.equal(await lastDay(world), null)
})

databaseTest('the same form sent twice closes once', async (world) => {
  const { siae, path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const sent = { ...on('30'), request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, `/structures/${siae.id}`)
  assert.deepEqual(await world.look('select version from worksite'), [{ version: 2 }])
})
