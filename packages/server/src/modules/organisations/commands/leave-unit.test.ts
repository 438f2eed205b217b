import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aPlace, aUnit, outsidersOf } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    await aPlace(tx, organisation, counsellor.membershipId, unit)
    const page = `/casquettes/${counsellor.membershipId}/equipes`
    return { organisation, page, path: `${page}/retirer`, form: { unitId: unit.id }, director: await aMember(tx, organisation, 'director') }
  })

databaseTest('a visitor, another role, another organisation, a former director take nobody out of a team', async (world) => {
  const { organisation, path, form } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form, opens: false })
  assert.deepEqual(await world.look('select last_day from membership_unit'), [{ last_day: null }])
})

databaseTest('the director takes a member out: today is their last day, and the page says until when', async (world) => {
  const { page, path, form, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(page)).text, /Équipe de Limoux Retirer/)
  assert.equal((await browser.post(path, form)).location, page)
  const after = await browser.get(page)
  assert.match(after.text, /s’arrêtent ce soir/)
  assert.match(after.text, /Pas encore d’équipe sous cette casquette/)
  assert.deepEqual(await world.look('select last_day::text from membership_unit'), [{ last_day: '2026-11-21' }])
})

databaseTest('no team named changes nothing', async (world) => {
  const { path, director } = await set(world)
  const answer = await (await openBrowser(world, director.accountId)).post(path, {})
  assert.equal(answer.status, 422)
  assert.deepEqual(await world.look('select last_day from membership_unit'), [{ last_day: null }])
})

databaseTest('pressing twice says that it is done, and moves no date', async (world) => {
  const { path, form, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  await browser.post(path, form)
  const again = await browser.post(path, form)
  assert.equal(again.status, 422)
  assert.match(again.text, /Ce membre n’est plus dans cette équipe/)
  assert.deepEqual(await world.look('select last_day::text from membership_unit'), [{ last_day: '2026-11-21' }])
})
