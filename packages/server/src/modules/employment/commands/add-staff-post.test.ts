import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStaffPost } from '../fixtures.ts'
import { staffOf } from '../queries/staff-of.ts'
import { addStaffPost } from './add-staff-post.ts'
import { endStaffPost } from './end-staff-post.ts'

const TYPED = { role: 'technical_supervisor', label: 'Encadrante maraîchage', fte: '0,8', firstDay: '2026-01-05' } as const

async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    return { ...here, director: await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Claude Martin' }) }
  })
}

databaseTest('another carrier and a counsellor declare no post', async (world) => {
  const here = await scene(world)
  const adds = (accountId: string) => doAs(world, accountId, addStaffPost, { ...TYPED, siaeId: here.siae.id })
  assert.deepEqual(refusalsIn(await adds(here.stranger.accountId)), ['employment/staff-not-yours'])
  assert.deepEqual(refusalsIn(await adds(here.member.accountId)), ['employment/staff-not-yours'])
  const post = await world.load((tx) => aStaffPost(tx, here.siae))
  const ends = (accountId: string) => doAs(world, accountId, endStaffPost, { postId: post.id, version: 1, lastDay: '2026-11-20' })
  assert.deepEqual(refusalsIn(await ends(here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await ends(here.member.accountId)), ['employment/staff-not-yours'])
})

databaseTest('posts are read between two days by their carrier only, in hundredths of a full time', async (world) => {
  const here = await scene(world)
  assert.equal((await doAs(world, here.director.accountId, addStaffPost, { ...TYPED, siaeId: here.siae.id })).state, 'done')
  await world.load((tx) => aStaffPost(tx, here.siae, { role: 'counsellor', fte: 100, lastDay: '2026-06-30' }))
  const read = (accountId: string, first: string, last: string) =>
    readAs(world, accountId, async (ctx) =>
      (await staffOf(ctx, { siaeId: here.siae.id, first: day(first), last: day(last) })).map(({ role, fte }) => [role, fte]),
    )
  assert.deepEqual(await read(here.member.accountId, '2026-01-01', '2026-12-31'), [
    ['counsellor', 100],
    ['technical_supervisor', 80],
  ])
  assert.deepEqual(await read(here.member.accountId, '2026-07-01', '2026-12-31'), [['technical_supervisor', 80]])
  assert.deepEqual(await read(here.stranger.accountId, '2026-01-01', '2026-12-31'), [])
})

databaseTest('the database keeps a carrier from declaring a post in the structure of another', async (world) => {
  const here = await scene(world)
  await assert.rejects(
    world.load((tx) => aStaffPost(tx, { ...here.otherSiae, organisationId: here.organisation.id })),
    /staff_post_of_its_siae/,
  )
})
