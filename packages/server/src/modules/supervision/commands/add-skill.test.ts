import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSiteAtWork } from '../fixtures.ts'
import { addSkill } from './add-skill.ts'

databaseTest(
  'a skill is added in the words of the structure, once whatever the capitals, by the direction or the counsellor',
  async (world) => {
    const here = await world.load((tx) => aSiteAtWork(tx))
    const typed = { siaeId: here.siae.id, trade: 'Rivières', kind: 'task', label: 'Planter des boutures de saule' } as const
    const by = async ({ accountId }: { accountId: string }, label: string = typed.label) =>
      refusalsIn(await doAs(world, accountId, addSkill, { ...typed, label }))
    assert.deepEqual(await by(here.supervisor), ['supervision/skill-list-not-yours'])
    assert.deepEqual(await by(here.stranger), ['supervision/skill-list-not-yours'])
    assert.deepEqual(await by(here.counsellor), [])
    assert.deepEqual(await by(here.director, 'planter des BOUTURES de saule'), ['supervision/skill-known'])
    assert.deepEqual(await world.look('select trade, kind, label from skill'), [{ trade: 'Rivières', kind: 'task', label: typed.label }])
  },
)
