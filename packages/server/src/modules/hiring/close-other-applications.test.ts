import assert from 'node:assert/strict'
import { slices } from '../../app.ts'
import { dispatchEvents } from '../../platform/jobs/dispatch-events.ts'
import { committedTest } from '../../platform/testing/database-test.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aCandidate, HIRE_TYPED } from './fixtures.ts'

committedTest('once hired, the person no longer waits for the other structures, and each side sees why', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const [first, second] = made.proposals
  assert.ok(first && second)
  await (await openBrowser(world, first.member.accountId)).post(`/candidatures/${first.application.id}/embaucher`, HIRE_TYPED)
  const handlers = slices.flatMap((slice) => slice.subscriptions ?? [])
  await dispatchEvents(world.database, world.clock, handlers)
  await dispatchEvents(world.database, world.clock, handlers)
  const states = await world.look('select id, state from application')
  assert.deepEqual(
    new Map(states.map(({ id, state }) => [id, state])),
    new Map([
      [first.application.id, 'accepted'],
      [second.application.id, 'obsolete'],
    ]),
  )
  assert.equal((await world.look("select from application_transition where transition = 'make-obsolete'")).length, 1)
  const theirs = await (await openBrowser(world, second.member.accountId)).get(`/candidatures/${second.application.id}`)
  assert.match(theirs.text, /Embauché ailleurs/)
  assert.doesNotMatch(theirs.body, /Jardins du Lauragais/, 'who hired is not told')
})
