import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStaffPost } from '../fixtures.ts'

const POST = { role: 'counsellor', label: 'Conseillère', fte: '0,5', 'firstDay-day': '5', 'firstDay-month': '1', 'firstDay-year': '2026' }

async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    const director = await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Claude Martin' })
    const post = await aStaffPost(tx, here.siae)
    return { ...here, director, post, path: `/structures/${here.siae.id}/encadrement` }
  })
}

databaseTest('another carrier finds no such page; a counsellor reads and changes nothing', async (world) => {
  const here = await scene(world)
  assert.equal((await (await openBrowser(world, here.stranger.accountId)).get(here.path)).status, 404)
  const counsellor = await openBrowser(world, here.member.accountId)
  const page = await counsellor.get(here.path)
  assert.match(page.text, /Maraîchage Encadrement technique 0,80 ETP/)
  assert.doesNotMatch(page.text, /Ajouter un poste|Finir/)
  assert.equal((await counsellor.post(here.path, POST)).status, 404)
  assert.equal((await counsellor.get(`${here.path}/${here.post.id}/finir`)).status, 404)
})

databaseTest('the director adds a post and ends another; the sums by function follow', async (world) => {
  const here = await scene(world)
  const director = await openBrowser(world, here.director.accountId)
  const wrong = await director.post(here.path, { ...POST, fte: 'mi-temps', label: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Saisissez les ETP en chiffres/)
  assert.match(wrong.text, /Donnez un nom au poste/)
  assert.match(wrong.body, /value="mi-temps"/)
  assert.equal((await director.post(here.path, POST)).location, here.path)
  assert.match((await director.get(here.path)).text, /Aujourd’hui Encadrement technique 0,80 ETP Accompagnement 0,50 ETP/)
  const end = { version: '1', 'lastDay-day': '20', 'lastDay-month': '11', 'lastDay-year': '2026' }
  assert.equal((await director.post(`${here.path}/${here.post.id}/finir`, end)).location, here.path)
  assert.match((await director.get(here.path)).text, /Aujourd’hui Accompagnement 0,50 ETP/)
})
