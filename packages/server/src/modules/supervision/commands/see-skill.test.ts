import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSighting, aSiteAtWork, aSkill } from '../fixtures.ts'
import { seeSkill } from './see-skill.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    return { ...made, skill: await aSkill(tx, made.siae), other: await aSkill(tx, made.otherSiae, { label: 'Souder' }) }
  })

type Here = Awaited<ReturnType<typeof scene>>
const sees = (
  world: World,
  { accountId }: { readonly accountId: string },
  { ana, skill }: Pick<Here, 'ana' | 'skill'>,
  level: 'once' | 'alone' | 'none',
) => doAs(world, accountId, seeSkill, { personId: ana.person.id, skillId: skill.id, level })
const kept = (world: World) => world.look('select level, cancelled_at is null as stands from skill_sighting order by recorded_at, id')

databaseTest('who pays notes no skill, nor who works elsewhere; a skill of another structure does not exist', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await sees(world, here.payroll, here, 'once')), ['supervision/skills-not-yours'])
  for (const who of [here.stranger, here.former, here.officer]) assert.notEqual((await sees(world, who, here, 'once')).state, 'done')
  assert.notEqual((await sees(world, here.supervisor, { ...here, skill: here.other }, 'once')).state, 'done')
  assert.deepEqual(await kept(world), [])
})

databaseTest(
  'seen once, then alone the same day: the last press is right; pressed twice, it is written once; erased, it is gone',
  async (world) => {
    const here = await scene(world)
    for (const level of ['once', 'once', 'alone', 'none'] as const)
      assert.equal((await sees(world, here.supervisor, here, level)).state, 'done')
    assert.deepEqual(await kept(world), [
      { level: 'once', stands: false },
      { level: 'alone', stands: false },
    ])
  },
)

databaseTest('what another saw, or one saw another day, stays', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aSighting(tx, { ...here, person: here.ana.person, by: here.supervisor }, { level: 'helped' }))
  assert.equal((await sees(world, here.counsellor, here, 'once')).state, 'done')
  assert.equal((await sees(world, here.supervisor, here, 'alone')).state, 'done')
  assert.equal((await kept(world)).filter(({ stands }) => stands).length, 3)
})

databaseTest('a skill out of the list is seen no more', async (world) => {
  const here = await scene(world)
  await world.look("update skill set retired_on = '2026-11-20' where id = $1", [here.skill.id])
  assert.deepEqual(refusalsIn(await sees(world, here.supervisor, here, 'once')), ['supervision/skill-retired'])
})
