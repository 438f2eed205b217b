import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anEnrolled, aPlacingTeam } from '../fixtures.ts'
import { tellAvailability } from './tell-availability.ts'

const SAID = { weeklyHours: '20', weekdays: ['1', '2'], schedule: 'avant 15 h 30', licence: 'oui' as const, vehicle: '' as const }
const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    return { ...team, ...(await anEnrolled(tx, team)) }
  })

databaseTest('another carrier does not know the person; who supervises says nothing for them', async (world) => {
  const here = await scene(world)
  const tells = (accountId: string) => doAs(world, accountId, tellAvailability, { ...SAID, personId: here.person.id })
  assert.deepEqual(refusalsIn(await tells(here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await tells(here.supervisor.accountId)), ['assignments/not-yours'])
})

databaseTest('what is said last stands, what was said before stays; nothing of it is written beside', async (world) => {
  const here = await scene(world)
  const tells = (more: object = {}) =>
    doAs(world, here.coordinator.accountId, tellAvailability, { ...SAID, ...more, personId: here.person.id })
  assert.equal((await tells()).state, 'done')
  assert.equal((await tells({ schedule: '', licence: 'non', weeklyHours: '' })).state, 'done')
  assert.deepEqual(
    await world.look('select weekly_hours, weekdays, schedule, licence, vehicle from availability order by recorded_at, id'),
    [
      { weekly_hours: 2000, weekdays: [1, 2], schedule: 'avant 15 h 30', licence: true, vehicle: null },
      { weekly_hours: null, weekdays: [1, 2], schedule: null, licence: false, vehicle: null },
    ],
  )
  const form = await (await openBrowser(world, here.counsellor.accountId)).get(`/personnes/${here.person.id}/disponibilites`)
  assert.match(form.body, /name="licence"[^>]*value="non"[^>]*checked|checked[^>]*value="non"/)
  const beside = await world.look('select audit::text as line from audit union all select event::text from event')
  assert.doesNotMatch(JSON.stringify(beside), /15 h 30/)
})
