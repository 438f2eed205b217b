import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAudeInSmall, computeFigures } from '../fixtures.ts'

databaseTest('the figures of a structure are its own and those of the authority of its territory; others find no page', async (world) => {
  const here = await world.load(anAudeInSmall)
  await computeFigures(world)
  const path = `/observatoire/structure/${here.etti.id}`
  for (const [who, reader] of Object.entries({
    rivalDirector: here.rivalDirector,
    adviser: here.adviser,
    officerElsewhere: here.officerElsewhere,
    supervisor: here.supervisor,
    former: here.former,
  }))
    assert.equal((await (await openBrowser(world, reader.accountId)).get(path)).status, 404, who)

  const own = await (await openBrowser(world, here.director.accountId)).get(path)
  assert.equal(own.status, 200)
  // 777 h × 10 months / 1 600 h; six exits, three of them dynamic: no threshold for oneself.
  assert.match(own.text, /ETP réalisés, mois déclarés 4,9/)
  assert.match(own.text, /Sorties dynamiques 50 %/)
  assert.match(own.text, /À côté des autres ETTI du territoire.*Moins de trois structures/)

  const state = await (await openBrowser(world, here.officer.accountId)).get(path)
  assert.equal(state.status, 200)
  assert.match(state.text, /ETP réalisés, mois déclarés 4,9/)
  assert.doesNotMatch(state.text, /Profils des personnes/, 'profiles of one structure are for it alone')
})

databaseTest('an address that is not an id, or of nobody, finds no page', async (world) => {
  const here = await world.load(anAudeInSmall)
  const browser = await openBrowser(world, here.director.accountId)
  for (const id of ['x', '00000000-0000-7000-8000-000000000000'])
    assert.equal((await browser.get(`/observatoire/structure/${id}`)).status, 404)
  assert.match((await browser.get(`/observatoire/structure/${here.etti.id}`)).text, /Pas encore de chiffre/)
})
