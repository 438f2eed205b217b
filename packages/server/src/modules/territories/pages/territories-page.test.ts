import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../fixtures.ts'

databaseTest('a visitor sees the départements with their région, in at most six statements', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  await browser.get('/territoires')
  const before = world.statements.length
  const answer = await browser.get('/territoires')
  assert.ok(world.statements.length - before <= 6)
  assert.match(answer.text, /Aude 11 Occitanie 104 775/)
  assert.match(answer.text, /3 départements/)
  assert.doesNotMatch(answer.text, /Dessiner un périmètre/)
})

databaseTest('the address says the kind, the search and the order', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  assert.match((await browser.get('/territoires?type=commune&q=st+den')).text, /Saint-Denis 97411 La Réunion/)
  assert.match((await browser.get('/territoires?type=commune&tri=-habitants')).text, /Saint-Denis.*Perpignan.*Narbonne/)
  assert.match((await browser.get('/territoires?q=974')).text, /La Réunion/)
})

databaseTest('a search without answer says what to do; a kind, an order or a page unknown is the first list', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  assert.match((await browser.get('/territoires?q=zzz')).text, /Aucun territoire ne correspond/)
  assert.match((await browser.get('/territoires?type=bassin')).text, /Aucun bassin/)
  for (const query of ['type=planet', 'tri=drop', 'page=-1', 'type=epci&type=commune', 'q=%00', 'q=a%00b'])
    assert.equal((await browser.get(`/territoires?${query}`)).status, 200, query)
})
