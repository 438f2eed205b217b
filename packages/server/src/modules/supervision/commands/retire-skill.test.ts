import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY } from '../../../platform/testing/database-test.ts'
import { aSiteAtWork, aSkill } from '../fixtures.ts'
import { retireSkill } from './retire-skill.ts'

databaseTest('a skill leaves the list once, by who keeps it', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    return { ...made, skill: await aSkill(tx, made.siae) }
  })
  const by = async ({ accountId }: { accountId: string }) =>
    refusalsIn(await doAs(world, accountId, retireSkill, { siaeId: here.siae.id, skillId: here.skill.id }))
  assert.deepEqual(await by(here.supervisor), ['supervision/skill-list-not-yours'])
  assert.deepEqual(await by(here.stranger), ['supervision/skill-list-not-yours'])
  assert.deepEqual(await by(here.director), [])
  assert.deepEqual(await by(here.counsellor), ['supervision/skill-retired'])
  assert.deepEqual(await world.look('select retired_on::text from skill'), [{ retired_on: TEST_DAY }])
})
