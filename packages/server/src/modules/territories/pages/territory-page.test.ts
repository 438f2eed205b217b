import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../fixtures.ts'

databaseTest('a département shows its people, communes, EPCI and région, in at most six statements', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  await browser.get('/territoires/departement-11')
  const before = world.statements.length
  const { text } = await browser.get('/territoires/departement-11')
  assert.ok(world.statements.length - before <= 6)
  assert.match(text, /Habitants 104 775/)
  assert.match(text, /Communes 5/)
  assert.match(text, /Région Occitanie/)
  assert.match(text, /Intercommunalité \(EPCI\) CA Carcassonne Agglo/)
  assert.match(text, /Narbonne 11262 55 000/)
})

databaseTest('a commune shows its postal code and its legal time', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  assert.match((await browser.get('/territoires/commune-11069')).text, /Code postal 11000 Heure légale Heure de Paris/)
  assert.match((await browser.get('/territoires/commune-97411')).text, /Heure de La Réunion/)
})

databaseTest('a région counts the communes of its départements', async (world) => {
  await world.load(aSmallMap)
  const { text } = await (await openBrowser(world)).get('/territoires/region-76')
  assert.match(text, /Communes 7/)
  assert.match(text, /Départements Aude Pyrénées-Orientales/)
})

databaseTest('an address that names nothing is a page that does not exist', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  for (const id of ['departement-99', 'planet-1', 'departement-', "commune-'", 'commune-11069%20']) {
    assert.equal((await browser.get(`/territoires/${id}`)).status, 404, id)
  }
})
