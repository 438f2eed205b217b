import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { anImmersion } from '../fixtures.ts'
import { concludeImmersion } from './conclude-immersion.ts'

const anImmersionUntil = (world: World, first: string, last: string) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const { stay } = await aWorkerNamed(tx, team, 'Diallo')
    return { ...team, immersion: await anImmersion(tx, stay, { first, last }) }
  })

const concludes = (world: World, accountId: string, immersionId: string, endedOn: string) =>
  doAs(world, accountId, concludeImmersion, { immersionId, endedOn, outcome: 'partly', hired: 'no', learnt: 'Le fournil dès 4 h' })

databaseTest('somebody of another structure finds no such immersion; the supervisor does not conclude it', async (world) => {
  const made = await anImmersionUntil(world, '2026-11-10', '2026-11-20')
  assert.notEqual((await concludes(world, made.stranger.accountId, made.immersion.id, '2026-11-20')).state, 'done')
  assert.deepEqual(refusalsIn(await concludes(world, made.supervisor.accountId, made.immersion.id, '2026-11-20')), ['immersions/not-yours'])
})

databaseTest('an immersion ends on a day of its agreement, at the latest today', async (world) => {
  const made = await anImmersionUntil(world, '2026-11-10', '2026-11-30')
  const ends = (on: string) => concludes(world, made.director.accountId, made.immersion.id, on)
  assert.deepEqual(refusalsIn(await ends('2026-11-09')), ['immersions/ended-outside'])
  assert.deepEqual(refusalsIn(await ends('2026-12-01')), ['immersions/ended-outside'])
  assert.deepEqual(refusalsIn(await ends('2026-11-22')), ['immersions/ended-to-come'])
  assert.equal((await ends('2026-11-21')).state, 'done')
  assert.deepEqual(await world.look('select ended_on::text, outcome, hired, learnt from immersion'), [
    { ended_on: '2026-11-21', outcome: 'partly', hired: false, learnt: 'Le fournil dès 4 h' },
  ])
  assert.equal((await ends('2026-11-10')).state, 'done', 'said again, it replaces what was said')
})

databaseTest('what has not begun has no outcome', async (world) => {
  const made = await anImmersionUntil(world, '2026-11-22', '2026-11-30')
  assert.deepEqual(refusalsIn(await concludes(world, made.director.accountId, made.immersion.id, '2026-11-22')), ['immersions/not-begun'])
})
