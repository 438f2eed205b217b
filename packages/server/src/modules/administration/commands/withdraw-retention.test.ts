import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPlatform, aQuietPerson } from '../fixtures.ts'
import { applyRetention } from '../jobs/apply-retention.ts'

const LIST = '/administration/conservation'

async function confirmed(world: World) {
  const platform = await world.load(async (tx) => {
    const made = await aPlatform(tx)
    await aQuietPerson(tx, made, '2020-01-01')
    return made
  })
  const browser = await openBrowser(world, platform.administrator.accountId)
  await browser.post(`${LIST}/person`, { counted: '1' })
  const [order] = await world.look('select id from retention_order')
  return { ...platform, browser, path: `${LIST}/ordres/${String(order?.['id'])}/annuler` }
}

databaseTest('a visitor signs in; nobody but an administrator takes it back', async (world) => {
  const { director, path } = await confirmed(world)
  await isClosedTo(world, { director: director.accountId }, { path, form: {}, opens: false })
})

databaseTest('taken back, nothing is erased; a second time says that it is too late', async (world) => {
  const { browser, path } = await confirmed(world)
  assert.equal((await browser.post(path)).location, LIST)
  await applyRetention.run(world)
  assert.deepEqual(await world.look('select from person where forgotten_at is not null'), [])
  assert.match((await browser.get(LIST)).text, /1 dossier à rendre anonyme Vérifier et confirmer/)
  const late = await browser.post(path)
  assert.equal(late.status, 422)
  assert.match(late.text, /Cet effacement a déjà eu lieu, ou a déjà été annulé/)
})
