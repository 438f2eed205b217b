import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { theOutsiders } from '../../eligibility/fixtures.ts'
import { aWaitingRequest } from '../fixtures.ts'

databaseTest('whoever does not hold the person finds an empty queue and no request', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const { stranger, former, colleague } = await world.load((tx) => theOutsiders(tx, here))
  for (const { accountId } of [stranger, former, colleague])
    assert.equal((await (await openBrowser(world, accountId)).get(`/prolongations/${here.request.id}`)).status, 404)
  assert.doesNotMatch((await (await openBrowser(world, stranger.accountId)).get('/prolongations')).text, /BENALI/)
})

databaseTest('the prescriber finds what to decide, refuses in writing, and the structure reads the answer', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const adviser = await openBrowser(world, here.adviser.member.accountId)
  assert.match((await adviser.get('/prolongations')).text, /À décider.*Nadia BENALI/)
  const path = `/prolongations/${here.request.id}`
  const bare = await adviser.post(path, { decision: 'refuse' })
  assert.match(bare.text, /Le refus doit être motivé par écrit/)
  assert.match(bare.text, /notifié à la personne/)
  const told = { 'personNotifiedOn-day': '20', 'personNotifiedOn-month': '11', 'personNotifiedOn-year': '2026' }
  assert.equal((await adviser.post(path, { decision: 'refuse', grounds: 'Un CDI est signé.', ...told })).location, path)
  const counsellor = await openBrowser(world, here.member.accountId)
  assert.match((await counsellor.get(path)).text, /Refusée.*Un CDI est signé\..*20 novembre 2026/)
  assert.match((await counsellor.get(`/pass/${here.pass.id}`)).text, /Demande du 2 novembre 2026 : refusée/)
})

databaseTest('a decision that is not chosen is asked for, and nothing changes', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const answer = await (await openBrowser(world, here.adviser.member.accountId)).post(`/prolongations/${here.request.id}`, {
    grounds: 'Texte gardé',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.body, /Texte gardé/)
})

databaseTest('who answers after a colleague is told so, reads what they had written, and changes nothing', async (world) => {
  const here = await world.load((tx) => aWaitingRequest(tx))
  const path = `/prolongations/${here.request.id}`
  const [first, second] = [await openBrowser(world, here.adviser.member.accountId), await openBrowser(world, here.adviser.member.accountId)]
  assert.equal((await first.post(path, { decision: 'grant' })).location, path)
  const answer = await second.post(path, { decision: 'refuse', grounds: 'Un CDI est signé.' })
  assert.equal(answer.status, 422)
  assert.match(answer.body, /govuk-error-summary/)
  assert.match(answer.text, /Vous aviez écrit : « Un CDI est signé\. »/)
  assert.deepEqual(await world.look('select state from prolongation_request'), [{ state: 'granted' }])
})
