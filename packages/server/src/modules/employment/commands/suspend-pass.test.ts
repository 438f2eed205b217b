import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { anEmployer, aStayElsewhere } from '../fixtures.ts'
import { suspendPass } from './suspend-pass.ts'

async function scene(world: World, contractLast: string | null) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    const pass = await aPass(tx, here.person)
    await aStayElsewhere(tx, here, contractLast)
    return { ...here, pass }
  })
}

const asked = ({ pass, siae }: Awaited<ReturnType<typeof scene>>) => ({
  passId: pass.id,
  siaeId: siae.id,
  reason: 'contract-ended' as const,
  firstDay: '2026-11-02',
  lastDay: null,
})

databaseTest('a stranger finds no right to suspend', async (world) => {
  const here = await scene(world, null)
  assert.deepEqual(refusalsIn(await doAs(world, here.stranger.accountId, suspendPass, asked(here))), ['platform/not-found'])
})

databaseTest('FIELD 2: a suspension asked while a contract runs elsewhere is refused, and names the structure', async (world) => {
  const here = await scene(world, null)
  const performed = await doAs(world, here.member.accountId, suspendPass, asked(here))
  assert.deepEqual(refusalsIn(performed), ['pass-iae/suspension-while-other-stay-runs'])
  assert.equal(performed.state === 'refused' && performed.refusals[0]?.details?.['stay'], 'Ailleurs')
  assert.equal((await world.look('select from suspension')).length, 0)
})

databaseTest('FIELD 2: the contract elsewhere ended the day before, the right is suspended', async (world) => {
  const here = await scene(world, '2026-11-01')
  assert.equal((await doAs(world, here.member.accountId, suspendPass, asked(here))).state, 'done')
})

databaseTest('FIELD 2: the contract elsewhere ends on the first day, the right is not suspended', async (world) => {
  const here = await scene(world, '2026-11-02')
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, suspendPass, asked(here))), [
    'pass-iae/suspension-while-other-stay-runs',
  ])
})
