import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aProposal } from '../fixtures.ts'

databaseTest('the sender cannot postpone what they sent', async (world) => {
  const { application, sender } = await world.load((tx) => aProposal(tx))
  const answer = await (await openBrowser(world, sender.member.accountId)).post(`/candidatures/${application.id}/attente`, {
    version: '1',
    answer: 'Non',
  })
  assert.equal(answer.status, 404)
})

databaseTest('postponing asks for words to the person, then is an answer: it is no longer late', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx, { promisedOn: '2026-11-15' }))
  const browser = await openBrowser(world, member.accountId)
  const mute = await browser.post(`/candidatures/${application.id}/attente`, { version: '1', answer: '' })
  assert.match(mute.text, /Écrivez une réponse à la personne avant de mettre sa candidature en attente/)
  assert.match((await browser.get('/candidatures')).text, /En retard/)
  await browser.post(`/candidatures/${application.id}/attente`, {
    version: '1',
    answer: 'Le chantier commence en février : nous vous rappellerons.',
  })
  const page = await browser.get(`/candidatures/${application.id}`)
  assert.match(page.text, /État En attente/)
  assert.doesNotMatch(page.text, /En retard/)
})
