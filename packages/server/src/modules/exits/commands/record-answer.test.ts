import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aFollowedExit } from '../fixtures.ts'
import { recordAnswer } from './record-answer.ts'

const TYPED = {
  horizon: 6,
  situation: 'searching',
  sameEmployer: '',
  businessAlive: '',
  source: 'phone',
  answeredOn: '2026-11-20',
} as const
type Scene = Awaited<ReturnType<typeof aFollowedExit>>
const records = (world: World, { stay, member }: Scene, more: object = {}, accountId = member.accountId) =>
  doAs(world, accountId, recordAnswer, { ...TYPED, stayId: stay.id, ...more })
const refused = async (...of: Parameters<typeof records>) => refusalsIn(await records(...of))

databaseTest('another carrier, the payroll officer and a former member note no answer', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  const [payroll, former] = await world.load(async (tx) => [
    await aMemberIn(tx, here.organisation, here.unit, 'payroll_officer'),
    await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { lastDay: '2026-11-20' }),
  ])
  assert.ok(payroll && former)
  assert.deepEqual(await refused(world, here, {}, here.stranger.accountId), ['platform/not-found'])
  assert.deepEqual(await refused(world, here, {}, payroll.accountId), ['exits/follow-up-not-yours'])
  assert.deepEqual(await refused(world, here, {}, former.accountId), ['platform/not-found'])
  assert.equal((await world.look('select from after_exit_answer')).length, 0)
})

databaseTest('an answer is noted with who said it; a later one replaces it, and the first stays readable', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  assert.equal((await records(world, here)).state, 'done')
  assert.equal((await records(world, here, { situation: 'lasting-employment', sameEmployer: 'no', source: 'meeting' })).state, 'done')
  assert.deepEqual(
    await world.look('select situation, source, same_employer, superseded_at is null as current from after_exit_answer order by current'),
    [
      { situation: 'searching', source: 'phone', same_employer: null, current: false },
      { situation: 'lasting-employment', source: 'meeting', same_employer: false, current: true },
    ],
  )
  assert.equal((await world.look('select from exit_version')).length, 1)
})

databaseTest('« préfère ne pas répondre » keeps nothing else', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  await records(world, here, { situation: 'prefer-not', sameEmployer: 'yes' })
  assert.deepEqual(await world.look('select situation, same_employer from after_exit_answer'), [
    { situation: 'prefer-not', same_employer: null },
  ])
})

databaseTest('an answer speaks of the days of its horizon: neither before them, nor tomorrow', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  assert.deepEqual(await refused(world, here, { answeredOn: '2026-11-04' }), ['exits/answer-too-early'])
  assert.equal((await records(world, here, { answeredOn: '2026-11-05' })).state, 'done')
  assert.deepEqual(await refused(world, here, { answeredOn: '2026-11-22' }), ['exits/answer-to-come'])
  assert.deepEqual(await refused(world, here, { horizon: 36 }), ['exits/no-such-follow-up'])
  assert.ok(!recordAnswer.schema.safeParse({ ...TYPED, stayId: here.stay.id, source: 'link' }).success)
})

databaseTest('a silence that is over may still be broken; what is stopped is not asked', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  assert.equal((await records(world, here, { horizon: 3, answeredOn: '2026-11-20' })).state, 'done')
  await world.look(
    "insert into after_exit_opposition (id, person_id, organisation_id, opposed_on, recorded_at) values (gen_random_uuid(), $1, $2, '2026-11-20', now())",
    [here.person.id, here.organisation.id],
  )
  assert.deepEqual(await refused(world, here), ['exits/follow-up-stopped'])
})
