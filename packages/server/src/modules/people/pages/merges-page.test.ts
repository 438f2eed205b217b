import assert from 'node:assert/strict'
import { doAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { proposeMerge } from '../commands/propose-merge.ts'
import { twoFiles } from '../fixtures.ts'

const PATH = '/administration/fusions'

databaseTest('no role opens the page; an administrator compares both identities, reunites, then undoes', async (world) => {
  const { kept, absorbed, holder, administrator } = await world.load(twoFiles)
  const followed = await openBrowser(world, holder.accountId)
  const proposal = await followed.post(`/personnes/${kept.id}/doublon`, { absorbedId: absorbed.id })
  assert.equal(proposal.location, `/personnes/${kept.id}`)
  assert.equal((await followed.get(PATH)).status, 404)
  const browser = await openBrowser(world, administrator.accountId)
  const page = await browser.get(PATH)
  assert.match(page.text, /Personne Nadia BENALI Nadia BEN ALI/)
  assert.doesNotMatch(page.text, /06 39 98 00 00/)
  const confirm = /action="(\/administration\/fusions\/[\w-]{36}\/confirmer)"/.exec(page.body)?.[1] ?? ''
  assert.equal((await followed.post(confirm)).status, 404)
  assert.equal((await browser.post(confirm)).location, PATH)
  assert.match((await browser.get(PATH)).text, /Fusion faite/)
  assert.equal((await browser.post(confirm.replace('confirmer', 'defaire'))).location, PATH)
  assert.match((await browser.get(PATH)).text, /Aucune fusion proposée/)
})

databaseTest('the one who proposed is told that somebody else must confirm', async (world) => {
  const { kept, absorbed, administrator } = await world.load(twoFiles)
  await doAs(world, administrator.accountId, proposeMerge, { keptId: kept.id, absorbedId: absorbed.id })
  const page = await (await openBrowser(world, administrator.accountId)).get(PATH)
  assert.match(page.text, /une autre personne doit la confirmer/)
  assert.match(page.body, /<nav class="m-nav".*href="\/administration\/fusions" aria-current="page".*<\/nav>/s)
  assert.doesNotMatch(page.body, /confirmer"/)
})
