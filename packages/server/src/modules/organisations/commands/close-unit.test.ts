import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aPlace, aUnit, outsidersOf } from '../fixtures.ts'

const on = (day: string, month = '11') => ({ version: '1', 'lastDay-day': day, 'lastDay-month': month, 'lastDay-year': '2026' })

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    await aPlace(tx, organisation, counsellor.membershipId, unit)
    return { organisation, unit, path: `/equipes/${unit.id}/fermer`, director: await aMember(tx, organisation, 'director') }
  })

databaseTest('a visitor, another role, another organisation, a former director close no team', async (world) => {
  const { organisation, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: on('30') })
  assert.deepEqual(await world.look('select last_day from unit'), [{ last_day: null }])
})

databaseTest('the director closes a team: its members leave it the same day, and the event tells who must know', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(path, on('30'))).location, '/mon-organisation')
  assert.match((await browser.get('/mon-organisation')).text, /Ferme le 30 novembre 2026/)
  assert.deepEqual(await world.look('select last_day::text from membership_unit'), [{ last_day: '2026-11-30' }])
  assert.equal((await world.look("select from event where type = 'organisations/unit-closed'")).length, 1)
})

databaseTest('a day that is past, or absent, is refused and nothing changes', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, on('20'))).text, /Choisissez aujourd’hui ou un jour à venir/)
  assert.match((await browser.post(path, { version: '1' })).text, /Saisissez le dernier jour de l’équipe/)
  assert.deepEqual(await world.look('select last_day from unit'), [{ last_day: null }])
})

databaseTest('today is accepted, and a team closed stays closed', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(path, on('21'))).status, 303)
  assert.match((await browser.post(path, on('30'))).text, /Cette équipe ferme ou a fermé le 21 novembre 2026/)
})

databaseTest('the same form sent twice closes once', async (world) => {
  const { path, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const form = { ...on('21'), request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, form)
  assert.equal((await browser.post(path, form)).location, '/mon-organisation')
  assert.equal((await world.look("select from event where type = 'organisations/unit-closed'")).length, 1)
})
