import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aProposal } from '../fixtures.ts'

databaseTest('a refused application does not go to the pool', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx, { state: 'refused' }))
  const answer = await (await openBrowser(world, member.accountId)).get(`/candidatures/${application.id}/vivier`)
  assert.equal(answer.location, `/candidatures/${application.id}`)
})

databaseTest('a profile goes to the pool, and may be studied again from there', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx))
  const browser = await openBrowser(world, member.accountId)
  await browser.post(`/candidatures/${application.id}/vivier`, { version: '1', answer: 'Nous gardons votre profil.' })
  assert.deepEqual(await world.look('select state, processed_at from application'), [{ state: 'pool', processed_at: null }])
  await browser.post(`/candidatures/${application.id}`, { version: '2' })
  assert.deepEqual(await world.look('select state from application'), [{ state: 'processing' }])
})
