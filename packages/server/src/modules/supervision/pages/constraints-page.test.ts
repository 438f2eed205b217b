import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aConstraint, aSiteAtWork } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const constraint = await aConstraint(tx, { ...made, person: made.ana.person, by: made.counsellor })
    await aConstraint(tx, { ...made, person: made.ana.person, by: made.counsellor }, { sentence: 'Pas d’échelle', last: '2026-11-20' })
    return { ...made, constraint, path: `/personnes/${made.ana.person.id}/contraintes` }
  })

databaseTest('the supervisor reads what to plan for and writes nothing; nobody else of another structure finds the page', async (world) => {
  const here = await scene(world)
  for (const who of [here.stranger, here.officer, here.former])
    assert.equal((await (await openBrowser(world, who.accountId)).get(here.path)).status, 404)
  const browser = await openBrowser(world, here.supervisor.accountId)
  const page = await browser.get(here.path)
  assert.match(page.text, /Disponible avant 15 h 30 depuis le 1er novembre 2026, dit par la personne, noté par/)
  assert.doesNotMatch(page.text, /échelle|Ajouter une contrainte|Retirer/, 'one that ended is read no more')
  assert.equal((await browser.post(here.path, { sentence: 'Pas le lundi' })).status, 404)
  assert.match(
    (await browser.get(here.path.replace(/\/personnes.*/, '/equipe-du-jour'))).text,
    /BENALI À prévoir : Disponible avant 15 h 30/,
  )
})

databaseTest('the counsellor is told what not to write, keeps what is typed, adds and takes back', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.counsellor.accountId)
  assert.match((await browser.get(here.path)).text, /jamais pourquoi : ni maladie/)
  const first = { 'first-day': '31', 'first-month': '2', 'first-year': '2026' }
  const again = await browser.post(here.path, { sentence: 'Pas le lundi', saidBy: 'person', ...first })
  assert.equal(again.status, 422)
  assert.match(again.body, /value="Pas le lundi"/)
  const typed = { sentence: 'Pas le lundi', saidBy: 'structure', 'first-day': '1', 'first-month': '12', 'first-year': '2026' }
  assert.equal((await browser.post(here.path, typed)).location, here.path)
  assert.match((await browser.get(here.path)).text, /Pas le lundi à partir du 1er décembre 2026, dit par la structure/)
  assert.equal((await browser.post(here.path, { retirer: here.constraint.id })).location, here.path)
  assert.doesNotMatch((await browser.get(here.path)).text, /15 h 30 depuis/)
})
