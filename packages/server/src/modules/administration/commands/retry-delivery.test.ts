import assert from 'node:assert/strict'
import { dispatchEvents } from '../../../platform/jobs/dispatch-events.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPlatform } from '../fixtures.ts'

const PATH = '/administration/envois-en-echec'
const EVENT = '01a1fdcc-a243-7c63-8c3d-ae0bb23924e1'
const FORM = { eventId: EVENT, handler: 'tests/listen' }

async function givenUp(world: World, attempts = 10) {
  const platform = await world.load(aPlatform)
  await world.look(
    `insert into event (id, type, version, subject_id, ids, occurred_on, recorded_at, dispatched_at)
     values ($1, 'tests/happened', 1, $1, '{}', '2026-11-20', '2026-11-20T10:00:00Z', now())`,
    [EVENT],
  )
  await world.look("insert into delivery (event_id, handler, attempts, last_failure) values ($1, 'tests/listen', $2, 'TypeError')", [
    EVENT,
    attempts,
  ])
  return platform
}

databaseTest('a visitor signs in; nobody but an administrator tries anything again', async (world) => {
  const { director } = await givenUp(world)
  await isClosedTo(world, { director: director.accountId }, { path: `${PATH}/relancer`, form: FORM, opens: false })
  assert.deepEqual(await world.look('select attempts from delivery'), [{ attempts: 10 }])
})

databaseTest('tried again, it leaves the list, and the handler that was mended is told', async (world) => {
  const { administrator } = await givenUp(world)
  const browser = await openBrowser(world, administrator.accountId)
  assert.match((await browser.get(PATH)).text, /tests\/listen 10 TypeError .* Relancer/)
  assert.equal((await browser.post(`${PATH}/relancer`, FORM)).location, PATH)
  assert.match((await browser.get(PATH)).text, /Aucun envoi en échec/)
  const heard: string[] = []
  const [row] = await world.look(
    'select to_char(next_attempt_at + interval \'1 minute\', \'YYYY-MM-DD"T"HH24:MI:SS"Z"\') as after from delivery',
  )
  world.clock.set(String(row?.['after']))
  const handle = async ({ event }: { readonly event: { readonly id: string } }) => void heard.push(event.id)
  await dispatchEvents(world.database, world.clock, [{ name: 'tests/listen', event: 'tests/happened', handle }])
  assert.deepEqual(heard, [EVENT])
})

databaseTest('what still has tries to come, or is no delivery, is not begun again', async (world) => {
  const { administrator } = await givenUp(world, 9)
  const browser = await openBrowser(world, administrator.accountId)
  const answer = await browser.post(`${PATH}/relancer`, FORM)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Cet envoi n’est plus en échec/)
  assert.equal((await browser.post(`${PATH}/relancer`, { eventId: 'x', handler: '' })).status, 422)
  assert.deepEqual(await world.look('select attempts from delivery'), [{ attempts: 9 }])
})
