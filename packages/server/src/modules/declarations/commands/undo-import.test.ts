import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { anImporter } from '../fixtures.ts'

const hours = (paid: string) => `Nom;Prénom;Mois;Heures payées\nBenali;Ana;07/2026;${paid}`

/** Hours imported twice: the second file changed them. */
async function set(world: World) {
  const team = await world.load(async (tx) => {
    const made = await aTeamAtWork(tx)
    await aWorkerNamed(tx, made, 'Benali')
    return made
  })
  const browser = await openBrowser(world, team.payroll.accountId)
  const importer = anImporter(browser, '/heures/importer', { siaeId: team.siae.id })
  const imported = async (paid: string) => String((await importer.confirm(await importer.review(hours(paid)))).location)
  return { ...team, browser, first: await imported('100'), second: await imported('120') }
}
const standing = (world: World) => world.look('select version, paid, cancelled from hours_version where superseded_at is null')

databaseTest('nobody else takes back a file: a visitor, another carrier, the State, a prescriber, a former member', async (world) => {
  const { second, former, officer, stranger } = await set(world)
  const prescriber = await world.load((tx) => anAdviser(tx))
  await isClosedTo(
    world,
    {
      'another carrier': stranger.accountId,
      'the State': officer.accountId,
      'a prescriber': prescriber.member.accountId,
      'a former member': former.accountId,
    },
    { path: second, form: { version: '1' } },
  )
  assert.deepEqual(await standing(world), [{ version: 2, paid: 12_000, cancelled: false }])
})

databaseTest('what a file changed comes back, then what the first one wrote goes; once only', async (world) => {
  const { browser, first, second } = await set(world)
  const refused = await browser.post(first, { version: '1' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Ce que la ligne 2 a enregistré a changé depuis/)
  assert.equal((await browser.post(second, { version: '1' })).status, 303)
  assert.deepEqual(await standing(world), [{ version: 3, paid: 10_000, cancelled: false }])
  assert.match((await browser.get(second)).text, /Import d’heures Annulé/)
  assert.match((await browser.post(second, { version: '2' })).text, /Cet import est déjà annulé/)
})

databaseTest('hours that nothing preceded are taken off, and the months closed since are why not', async (world) => {
  const { browser, siae } = await set(world)
  const importer = anImporter(browser, '/heures/importer', { siaeId: siae.id })
  const june = String((await importer.confirm(await importer.review(hours('80').replace('07/', '06/')))).location)
  const becomes = (state: string) => world.look(`update month_sheet set state = '${state}' where month = '2026-06-01' returning id`)
  await becomes('validated')
  assert.match((await browser.post(june, { version: '1' })).text, /ses heures ne changent plus/)
  await becomes('draft')
  assert.equal((await browser.post(june, { version: '1' })).status, 303)
  assert.deepEqual(
    await world.look(
      "select cancelled from hours_version join hours on hours.id = hours_id where month = '2026-06-01' and superseded_at is null",
    ),
    [{ cancelled: true }],
  )
})

databaseTest('the list shows the files of my teams, in few statements', async (world) => {
  const { browser, stranger } = await set(world)
  const before = world.statements.length
  const list = await browser.get('/imports')
  assert.ok(world.statements.length - before <= 6)
  assert.match(list.text, /Lignes collées Heures .+ Alix Sorel .*Confirmé/)
  assert.doesNotMatch((await (await openBrowser(world, stranger.accountId)).get('/imports')).text, /Lignes collées/)
})
