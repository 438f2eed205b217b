// « Return after exit: same PASS if days remain; a new stay; exit follow-up of the first stops and its class does not change; < 24 h error =
// correction with trace, not a second exit. » FIELD §7.12
import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { classifyExit } from '@maillage/rules/exits'
import { anEmployer, aStay, CONTRACT_TYPED } from '../modules/employment/fixtures.ts'
import { recordContract } from '../modules/employment/index.ts'
import { EXIT_TYPED } from '../modules/exits/fixtures.ts'
import { exitOfStay, recordExit } from '../modules/exits/index.ts'
import { afterExitOf } from '../modules/exits/queries/after-exit-of.ts'
import { aPass } from '../modules/pass-iae/fixtures.ts'
import { doAs, readAs } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'

/** Nadia Benali left on 13 November 2026 for a permanent job. */
async function scene(world: World) {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    await aPass(tx, made.person)
    return { ...made, stay: await aStay(tx, made) }
  })
  const left = { ...EXIT_TYPED, reason: 'open-ended-contract' as const, stayId: here.stay.id }
  assert.equal((await doAs(world, here.member.accountId, recordExit, left)).state, 'done')
  const comesBack = (firstDay: string) =>
    doAs(world, here.member.accountId, recordContract, {
      ...CONTRACT_TYPED,
      personId: here.person.id,
      siaeId: here.siae.id,
      unitId: here.unit.id,
      firstDay,
    })
  const exitStands = () => readAs(world, here.member.accountId, (ctx) => exitOfStay(ctx, here.stay.id))
  return { ...here, comesBack, exitStands }
}
const stays = (world: World) => world.look('select entry_day::text, exit_day::text from siae_stay order by entry_day')

databaseTest('two days later: a new stay, the same right, and the class of the first exit does not change', async (world) => {
  const here = await scene(world)
  const before = await here.exitStands()
  assert.equal((await here.comesBack('2026-11-16')).state, 'done')
  assert.deepEqual(await stays(world), [
    { entry_day: '2026-01-05', exit_day: '2026-11-13' },
    { entry_day: '2026-11-16', exit_day: null },
  ])
  const after = await here.exitStands()
  assert.ok(before && after)
  assert.deepEqual(after, before)
  assert.equal(classifyExit(world.runtime.law, after).value.class, 'durable')
  assert.deepEqual(await world.look('select count(*)::integer as rights from pass where cancelled_at is null'), [{ rights: 1 }])
})

databaseTest('the next day: the stay goes on, the exit counts no more and its trace remains', async (world) => {
  const here = await scene(world)
  assert.equal((await here.comesBack('2026-11-14')).state, 'done')
  assert.deepEqual(await stays(world), [{ entry_day: '2026-01-05', exit_day: null }])
  assert.equal(await here.exitStands(), undefined)
  assert.deepEqual(await world.look('select exit_on::text, superseded_at from exit_version'), [
    { exit_on: '2026-11-13', superseded_at: null },
  ])
  assert.equal((await world.look("select from event where type = 'employment/stay-went-on'")).length, 1)
})

databaseTest('an exit after a return within a day is another version of the first one, never a second exit', async (world) => {
  const here = await scene(world)
  await here.comesBack('2026-11-14')
  const left = { ...EXIT_TYPED, exitOn: '2026-11-20', stayId: here.stay.id }
  assert.equal((await doAs(world, here.member.accountId, recordExit, left)).state, 'done')
  assert.equal((await world.look('select from exit')).length, 1)
  assert.deepEqual(await world.look('select exit_on::text, superseded_at is null as current from exit_version order by version'), [
    { exit_on: '2026-11-13', current: false },
    { exit_on: '2026-11-20', current: true },
  ])
})

databaseTest('a contract found late, that began before the exit and ended with it, opens nothing again', async (world) => {
  const here = await scene(world)
  const late = { ...CONTRACT_TYPED, personId: here.person.id, siaeId: here.siae.id, unitId: here.unit.id }
  await doAs(world, here.member.accountId, recordContract, { ...late, firstDay: '2026-11-13', lastDay: '2026-11-13' })
  await doAs(world, here.member.accountId, recordContract, { ...late, firstDay: '2026-11-02', lastDay: '2026-12-31' })
  assert.deepEqual(await stays(world), [{ entry_day: '2026-01-05', exit_day: '2026-11-13' }])
})

databaseTest('what is asked after the first exit stops on the day of the return, and its answers stay', async (world) => {
  const here = await scene(world)
  const exit = await here.exitStands()
  assert.ok(exit)
  const after = () => readAs(world, here.member.accountId, (ctx) => afterExitOf(ctx, exit.id))
  assert.deepEqual((await after())?.stops, [])
  assert.equal((await after())?.reachable, true)
  await here.comesBack('2026-11-16')
  assert.deepEqual((await after())?.stops, [{ why: 'return', on: day('2026-11-16') }])
  assert.equal((await after())?.reachable, false)
})
