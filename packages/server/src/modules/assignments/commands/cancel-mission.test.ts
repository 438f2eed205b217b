import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aMission, anEnrolled, aPlacingTeam, aStatement, sameDays } from '../fixtures.ts'
import { cancelMission } from './cancel-mission.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const made = { ...team, client: await aClient(tx, team.organisation), ...(await anEnrolled(tx, team)) }
    return { ...made, mission: await aMission(tx, made) }
  })

databaseTest('another carrier and who accompanies cancel no mission', async (world) => {
  const here = await scene(world)
  const cancels = (accountId: string) => doAs(world, accountId, cancelMission, { assignmentId: here.mission.id, version: '1' })
  assert.deepEqual(refusalsIn(await cancels(here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await cancels(here.counsellor.accountId)), ['assignments/not-yours'])
})

databaseTest('a mission with hours took place; one without is taken back once, and leaves the list', async (world) => {
  const here = await scene(world)
  const cancels = () => doAs(world, here.coordinator.accountId, cancelMission, { assignmentId: here.mission.id, version: '1' })
  const statement = await world.load((tx) => aStatement(tx, here.mission, { first: '2026-11-02', hours: sameDays(29, 100) }))
  assert.deepEqual(refusalsIn(await cancels()), ['assignments/mission-with-hours'])
  await world.look('delete from time_statement where id = $1', [statement.id])
  const browser = await openBrowser(world, here.coordinator.accountId)
  assert.match((await browser.get('/missions')).text, /Ana BENALI Monique Serres Ménage/)
  assert.equal((await cancels()).state, 'done')
  assert.deepEqual(refusalsIn(await cancels()), ['assignments/mission-cancelled'])
  assert.match((await browser.get('/missions')).text, /Aucune mission en cours/)
})
