import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aFollowedExit, aLink } from '../fixtures.ts'
import { opposeFollowUp } from './oppose-follow-up.ts'

databaseTest('another carrier opposes nothing; said twice, an opposition is kept once, and the links close', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aFollowedExit(tx)
    await aLink(tx, made.exit)
    return made
  })
  const says = (accountId: string) => doAs(world, accountId, opposeFollowUp, { stayId: here.stay.id })
  assert.deepEqual(refusalsIn(await says(here.stranger.accountId)), ['platform/not-found'])
  assert.equal((await says(here.member.accountId)).state, 'done')
  assert.equal((await says(here.member.accountId)).state, 'done')
  assert.deepEqual(await world.look('select opposed_on::text, recorded_by from after_exit_opposition'), [
    { opposed_on: '2026-11-21', recorded_by: here.member.accountId },
  ])
  assert.deepEqual(await world.look('select closed_at is null as open from after_exit_link'), [{ open: false }])
})
