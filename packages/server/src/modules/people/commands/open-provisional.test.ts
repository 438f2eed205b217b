import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, nadia, twoWhoMeet } from '../fixtures.ts'
import { openProvisional } from './open-provisional.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

databaseTest('a role that keeps no file opens none', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.asking, here.askingUnit, 'technical_supervisor'))
  const performed = await doAs(world, supervisor.accountId, openProvisional, { ...nadia(here.askingUnit.id), way: 'none' })
  assert.deepEqual(refusalsIn(performed), ['people/not-yours'])
})

databaseTest('the provisional file and the request are written together, or not at all', async (world) => {
  const here = await scene(world)
  const open = (more: object) =>
    doAs(world, here.asker.accountId, openProvisional, { ...nadia(here.askingUnit.id), way: 'holder', ...more })
  assert.deepEqual(refusalsIn(await open({ birthName: 'Inconnue' })), ['people/no-file-found'])
  assert.deepEqual(await world.look("select state from person where state = 'provisional'"), [])
  const performed = await open({})
  assert.ok(performed.state === 'done')
  assert.deepEqual(await world.look('select provisional_id, state from attachment_request'), [
    { provisional_id: performed.value.personId, state: 'waiting' },
  ])
})
