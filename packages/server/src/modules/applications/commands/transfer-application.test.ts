import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSiae } from '../../organisations/fixtures.ts'
import { aMemberIn, aUnit } from '../../people/fixtures.ts'
import { aProposal, aReceiver } from '../fixtures.ts'

async function twoStructures(world: World) {
  return world.load(async (tx) => {
    const proposal = await aProposal(tx)
    const other = await aSiae(tx, proposal.organisation, { name: 'La Ressourcerie', kind: 'EI' })
    const unit = await aUnit(tx, proposal.organisation, other, 'Équipe de la ressourcerie')
    return { ...proposal, other, colleague: await aMemberIn(tx, proposal.organisation, unit, 'counsellor', { name: 'Inès Soler' }) }
  })
}

databaseTest('an application never goes to the structure of another carrier', async (world) => {
  const { application, member } = await twoStructures(world)
  const elsewhere = await world.load((tx) => aReceiver(tx, { name: 'Ailleurs', map: false }))
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/candidatures/${application.id}/transferer`, { version: '1', siaeId: elsewhere.siae.id })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /membre des deux structures/)
})

databaseTest('the other structure receives it as new, and the right of the first team to read the person ends tonight', async (world) => {
  const { application, member, other, colleague, unit } = await twoStructures(world)
  const browser = await openBrowser(world, member.accountId)
  assert.match((await browser.get(`/candidatures/${application.id}/transferer`)).text, /La Ressourcerie/)
  const answer = await browser.post(`/candidatures/${application.id}/transferer`, { version: '1', siaeId: other.id })
  assert.equal(answer.location, '/candidatures', answer.text)
  assert.equal((await browser.get(`/candidatures/${application.id}`)).status, 404)
  const theirs = await openBrowser(world, colleague.accountId)
  assert.match((await theirs.get(`/candidatures/${application.id}`)).text, /Candidature chez La Ressourcerie Nadia BENALI/)
  assert.deepEqual(await world.look('select ends_on::text from person_access where unit_id = $1', [unit.id]), [{ ends_on: '2026-11-21' }])
})
