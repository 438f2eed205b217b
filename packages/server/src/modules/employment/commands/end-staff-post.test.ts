import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStaffPost } from '../fixtures.ts'
import { endStaffPost } from './end-staff-post.ts'

databaseTest('a post ends once, not before it begins, and not on a version read before', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    const director = await aMemberIn(tx, made.organisation, made.unit, 'director')
    return { ...made, director, post: await aStaffPost(tx, made.siae) }
  })
  const ends = (lastDay: string, version = 1) =>
    doAs(world, here.director.accountId, endStaffPost, { postId: here.post.id, version, lastDay })
  assert.deepEqual(refusalsIn(await ends('2024-12-31')), ['employment/post-ends-before-it-begins'])
  assert.deepEqual(refusalsIn(await ends('2026-11-20', 2)), ['platform/stale'])
  assert.equal((await ends('2026-11-20')).state, 'done')
  assert.deepEqual(refusalsIn(await ends('2026-11-21', 2)), ['employment/post-ended'])
  assert.deepEqual(await world.look('select last_day::text, version from staff_post'), [{ last_day: '2026-11-20', version: 2 }])
})
