import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, outsidersOf } from '../fixtures.ts'

const TYPED = { role: 'assignment_coordinator' }

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const director = await aMember(tx, organisation, 'director')
    const counsellor = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    return { organisation, director, counsellor, path: `/membres/${counsellor.accountId}/casquettes/ajouter` }
  })

const rolesOf = async (world: World, accountId: string) =>
  (await world.look('select role from membership where account_id = $1 order by role', [accountId])).map((row) => row['role'])

databaseTest('a visitor, another role, another organisation, a former director give no hat', async (world) => {
  const { organisation, counsellor, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: TYPED })
  assert.deepEqual(await rolesOf(world, counsellor.accountId), ['counsellor'])
})

databaseTest('the director gives a second hat: one person, one line, two hats', async (world) => {
  const { counsellor, director, path } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(path, TYPED)).location, `/membres/${counsellor.accountId}`)
  const page = await browser.get('/mon-organisation')
  assert.match(page.text, /Membres , 2 membres/)
  assert.match(page.text, /Alix Sorel Conseiller\(ère\) en insertion et Coordination des missions/)
  assert.deepEqual(await rolesOf(world, counsellor.accountId), ['assignment_coordinator', 'counsellor'])
})

databaseTest('no role, one held already, or one of other organisations changes nothing', async (world) => {
  const { counsellor, director, path } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, {})).text, /Choisissez une casquette/)
  assert.match((await browser.post(path, { role: 'counsellor' })).text, /Cette personne porte déjà cette casquette/)
  assert.match((await browser.post(path, { role: 'funder_officer' })).text, /n’existe pas dans votre organisation/)
  assert.deepEqual(await rolesOf(world, counsellor.accountId), ['counsellor'])
})

databaseTest('somebody of another organisation, or gone, has no such page', async (world) => {
  const { organisation, director } = await set(world)
  const [stranger, former] = await world.load(async (tx) => [
    await aMember(tx, await anOrganisation(tx, { name: 'Autre' }), 'counsellor'),
    await aMember(tx, organisation, 'counsellor', { lastDay: '2026-11-20' }),
  ])
  const browser = await openBrowser(world, director.accountId)
  for (const someone of [stranger, former]) {
    assert.equal((await browser.post(`/membres/${someone?.accountId}/casquettes/ajouter`, TYPED)).status, 404)
  }
})

databaseTest('the same form sent twice gives one hat', async (world) => {
  const { counsellor, director, path } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const sent = { ...TYPED, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, `/membres/${counsellor.accountId}`)
  assert.equal((await rolesOf(world, counsellor.accountId)).length, 2)
})
