import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSiae, aWorksite } from '../../organisations/fixtures.ts'
import { anAgreedScene, anAnnex } from '../fixtures.ts'
import { agreementFile } from '../queries/agreement-file.ts'
import { breakDownPosts } from './break-down-posts.ts'

databaseTest('nobody but the officer of the territory shares the posts', async (world) => {
  const { siae, outsiders } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  const lines = [{ activity: 'Maraîchage', worksiteId: null, posts: '4' }]
  for (const [who, accountId] of Object.entries(outsiders))
    if (who !== 'a former member')
      assert.equal((await doAs(world, accountId, breakDownPosts, { annexId: annex.id, version: 1, lines })).state, 'refused', who)
  assert.equal((await world.look('select from insertion_post')).length, 0)
})

databaseTest('a new breakdown takes the place of the former one, which stays', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const { annex, worksite } = await world.load(async (tx) => ({ annex: await anAnnex(tx, siae), worksite: await aWorksite(tx, siae) }))
  const send = (version: number, lines: { activity: string; worksiteId: string | null; posts: string }[]) =>
    doAs(world, officer, breakDownPosts, { annexId: annex.id, version, lines })
  await send(1, [{ activity: 'Maraîchage', worksiteId: worksite.id, posts: '10' }])
  const second = [
    { activity: 'Maraîchage', worksiteId: worksite.id, posts: '6,5' },
    { activity: 'Espaces verts', worksiteId: null, posts: '3,5' },
  ]
  assert.equal((await send(2, second)).state, 'done')
  const file = await readAs(world, officer, (ctx) => agreementFile(ctx, siae.id))
  assert.deepEqual(
    file.annexes[0]?.breakdown.map(({ activity, worksite: place, posts }) => [activity, place, posts]),
    [
      ['Maraîchage', 'Chantier des berges', 650],
      ['Espaces verts', null, 350],
    ],
  )
  assert.equal((await world.look('select from insertion_post')).length, 3)
  assert.deepEqual(refusalsIn(await send(2, second)), ['platform/stale'])
})

databaseTest('more posts than the annex opens, or the place of another structure, are turned back', async (world) => {
  const { siae, organisation, officer } = await world.load(anAgreedScene)
  const { annex, foreign } = await world.load(async (tx) => ({
    annex: await anAnnex(tx, siae),
    foreign: await aWorksite(tx, await aSiae(tx, organisation, { name: 'Une autre structure' })),
  }))
  const refused = async (worksiteId: string | null, posts: string) =>
    refusalsIn(
      await doAs(world, officer, breakDownPosts, { annexId: annex.id, version: 1, lines: [{ activity: 'Maraîchage', worksiteId, posts }] }),
    )
  assert.deepEqual(await refused(null, '10,01'), ['agreements/breakdown-above-posts'])
  assert.deepEqual(await refused(foreign.id, '1'), ['agreements/worksite-of-another'])
  assert.deepEqual(await refused(null, '10'), [])
})
