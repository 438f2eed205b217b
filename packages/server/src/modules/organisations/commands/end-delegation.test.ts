import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aDelegation, aMember, anOrganisation, outsidersOf } from '../fixtures.ts'

const set = (world: World, days?: { firstDay?: string; lastDay?: string }) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const giver = await aMember(tx, organisation, 'counsellor')
    const deputy = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    const { id } = await aDelegation(tx, organisation, giver.membershipId, deputy.membershipId, days)
    return { organisation, giver, deputy, path: `/suppleances/${id}/fin` }
  })

const line = async (world: World) => (await world.look('select last_day::text, withdrawn_at is not null as withdrawn from delegation'))[0]

databaseTest('a visitor, another organisation, another member, a former director and the deputy end nothing', async (world) => {
  const { organisation, deputy, path } = await set(world)
  const outsiders = await world.load((tx) => outsidersOf(tx, organisation))
  await isClosedTo(world, { ...outsiders, 'the deputy': deputy.accountId }, { path, form: {} })
  assert.deepEqual(await line(world), { last_day: '2026-11-30', withdrawn: false })
})

databaseTest('the one who gave it ends it: tonight is the end', async (world) => {
  const { giver, path } = await set(world)
  const browser = await openBrowser(world, giver.accountId)
  assert.match((await browser.get(path)).text, /Alix Sorel gardera ses droits de suppléance jusqu’à ce soir/)
  assert.equal((await browser.post(path)).location, '/mon-organisation')
  assert.deepEqual(await line(world), { last_day: '2026-11-21', withdrawn: false })
})

databaseTest('the director ends it too; one not begun is withdrawn and leaves the list', async (world) => {
  const { organisation, path } = await set(world, { firstDay: '2026-12-24', lastDay: '2026-12-31' })
  const director = await world.load((tx) => aMember(tx, organisation, 'director', { name: 'Claude Martin' }))
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(path)).text, /Elle n’a pas commencé : elle n’aura pas lieu/)
  await browser.post(path)
  assert.deepEqual(await line(world), { last_day: '2026-12-31', withdrawn: true })
  assert.match((await browser.get('/mon-organisation')).text, /Aucune suppléance/)
})

databaseTest('one that ends today is already over', async (world) => {
  const { giver, path } = await set(world, { lastDay: '2026-11-21' })
  assert.match((await (await openBrowser(world, giver.accountId)).post(path)).text, /Cette suppléance a pris fin le 21 novembre 2026/)
})

databaseTest('the same form sent twice leads to the same page, withdrawn or ended', async (world) => {
  const { giver, path } = await set(world, { firstDay: '2026-12-24', lastDay: '2026-12-31' })
  const browser = await openBrowser(world, giver.accountId)
  const sent = { request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, '/mon-organisation')
  assert.equal((await world.look("select from event where type = 'organisations/delegation-ended'")).length, 1)
})
