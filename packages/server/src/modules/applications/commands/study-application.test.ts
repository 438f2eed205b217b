import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aProposal } from '../fixtures.ts'

databaseTest('the sender cannot study what they sent', async (world) => {
  const { application, sender } = await world.load((tx) => aProposal(tx))
  assert.equal(
    (await (await openBrowser(world, sender.member.accountId)).post(`/candidatures/${application.id}`, { version: '1' })).status,
    404,
  )
})

databaseTest('pressing twice studies once, and the second time says why nothing happened', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx))
  const browser = await openBrowser(world, member.accountId)
  assert.equal((await browser.post(`/candidatures/${application.id}`, { version: '1' })).status, 303)
  const stale = await browser.post(`/candidatures/${application.id}`, { version: '1' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Quelqu’un a modifié cette fiche/)
  const late = await browser.post(`/candidatures/${application.id}`, { version: '2' })
  assert.match(late.text, /« Mettre à l’étude » n’est pas possible : la candidature est « À l’étude »/)
  assert.equal((await world.look('select from application_transition')).length, 1)
})
