import assert from 'node:assert/strict'
import { databaseTest, TEST_DAY } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aProposal } from '../fixtures.ts'
import { watchQuietApplications } from './watch-quiet-applications.ts'

databaseTest('on the 59th day nothing happens, on the 60th the clock refuses, on the 180th the application is put away', async (world) => {
  await world.load((tx) => aProposal(tx, { sentOn: '2026-11-21' }))
  const after = async (day: string) => {
    world.clock.set(`${day}T03:00:00Z`)
    await watchQuietApplications.run(world)
    return (await world.look('select state, refusal_reason, archived_on::text from application'))[0]
  }
  assert.deepEqual(await after('2027-01-19'), { state: 'new', refusal_reason: null, archived_on: null })
  assert.deepEqual(await after('2027-01-20'), { state: 'refused', refusal_reason: 'no-answer-in-time', archived_on: null })
  assert.deepEqual(await after('2027-07-18'), { state: 'refused', refusal_reason: 'no-answer-in-time', archived_on: null })
  assert.deepEqual(await after('2027-07-19'), { state: 'refused', refusal_reason: 'no-answer-in-time', archived_on: '2027-07-19' })
  assert.deepEqual(await world.look('select actor, recorded_by from application_transition'), [{ actor: 'clock', recorded_by: null }])
})

databaseTest('put away, an application no longer opens the person to the team that received it; taken up again, it does', async (world) => {
  const { member, application, person } = await world.load((tx) => aProposal(tx, { state: 'postponed', sentOn: '2026-05-01' }))
  const rights = () => world.look('select source, ends_on::text from person_access order by source, ends_on')
  await watchQuietApplications.run(world)
  assert.deepEqual(await rights(), [
    { source: 'application', ends_on: TEST_DAY },
    { source: 'created', ends_on: '2999-12-31' },
  ])
  world.clock.set('2026-11-22T09:00:00Z')
  const browser = await openBrowser(world, member.accountId)
  assert.equal((await browser.get(`/personnes/${person.id}`)).status, 404)
  const { text } = await browser.get(`/candidatures/${application.id}`)
  assert.doesNotMatch(text, /Benali/i)
  const refused = { version: '2', reason: 'no-recruitment', answer: 'Nous ne recrutons pas en ce moment.' }
  assert.equal((await browser.post(`/candidatures/${application.id}/refuser`, refused)).status, 303)
  assert.equal((await rights())[0]?.['ends_on'], '2999-12-31')
  assert.equal((await browser.get(`/personnes/${person.id}`)).status, 200)
})

databaseTest('what waits by an answer, is accepted or in the pool is not refused by the clock', async (world) => {
  await world.load((tx) => aProposal(tx, { state: 'postponed', sentOn: '2026-08-01' }))
  await watchQuietApplications.run(world)
  assert.deepEqual(await world.look('select state from application'), [{ state: 'postponed' }])
})
