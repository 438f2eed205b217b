import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anAgreedScene, anAnnex } from '../fixtures.ts'
import { annexesOf } from '../queries/annexes-of.ts'
import { amendAnnex } from './amend-annex.ts'

const POSTS = { kind: 'posts', number: 'A1', signedOn: '2025-05-12', effectOn: '2025-03-01', posts: '12', version: 1 } as const
const END = { kind: 'end', signedOn: '2025-06-15', lastDay: '2025-06-30', version: 1 } as const

databaseTest('the structure, a funder or another role amends nothing; another territory does not even find the annex', async (world) => {
  const { siae, outsiders } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  for (const [who, accountId] of Object.entries(outsiders)) {
    if (who === 'a former member') continue
    const [code] = refusalsIn(await doAs(world, accountId, amendAnnex, { annexId: annex.id, ...POSTS }))
    assert.ok(code === 'agreements/not-the-authority' || code === 'platform/not-found', `${who}: ${code}`)
  }
  assert.equal((await world.look('select from annex_amendment')).length, 0)
})

databaseTest('posts from a day, known later: two dates, and the annex moves to its next version', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  assert.equal((await doAs(world, officer, amendAnnex, { annexId: annex.id, ...POSTS })).state, 'done')
  const [found] = await readAs(world, officer, (ctx) => annexesOf(ctx, { siaeId: siae.id }))
  assert.deepEqual(
    found?.annex.amendments.map((act) => act.kind === 'posts' && act.posts),
    [1200],
  )
  assert.deepEqual(await world.look('select version, ends_on::text from financial_annex'), [{ version: 2, ends_on: '2025-12-31' }])
  assert.equal((await world.look("select from event where type = 'agreements/annex-amended'")).length, 1)
  assert.deepEqual(refusalsIn(await doAs(world, officer, amendAnnex, { annexId: annex.id, ...POSTS, signedOn: '2025-09-20' })), [
    'platform/stale',
  ])
})

databaseTest('an end brought forward frees the days after it, even all of them', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  await doAs(world, officer, amendAnnex, { annexId: annex.id, ...END })
  assert.deepEqual(await world.look('select ends_on::text from financial_annex'), [{ ends_on: '2025-06-30' }])
  await doAs(world, officer, amendAnnex, { annexId: annex.id, ...END, version: 2, lastDay: '2024-12-31' })
  assert.deepEqual(await world.look('select ends_on::text from financial_annex'), [{ ends_on: '2024-12-31' }])
  await world.load((tx) => anAnnex(tx, siae, { posts: 500 }))
})

databaseTest('an end pushed back over the next annex is refused by the constraint', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  await doAs(world, officer, amendAnnex, { annexId: annex.id, ...END })
  await world.load((tx) => anAnnex(tx, siae, { first: '2025-07-01', last: '2025-12-31' }))
  assert.deepEqual(refusalsIn(await doAs(world, officer, amendAnnex, { annexId: annex.id, ...END, version: 2, lastDay: '2025-09-30' })), [
    'agreements/annex-overlaps',
  ])
  assert.equal((await world.look('select from annex_amendment')).length, 1)
})

databaseTest('an effect outside the annex, a signature to come or before the annex are turned back', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  const refused = async (more: object) => refusalsIn(await doAs(world, officer, amendAnnex, { annexId: annex.id, ...POSTS, ...more }))
  assert.deepEqual(await refused({ effectOn: '2024-12-31' }), ['agreements/amendment-outside-annex'])
  assert.deepEqual(await refused({ effectOn: '2026-01-01' }), ['agreements/amendment-outside-annex'])
  assert.deepEqual(await refused({ signedOn: '2026-11-22' }), ['agreements/signed-later'])
  assert.deepEqual(await refused({ signedOn: '2024-12-31' }), ['agreements/amendment-before-annex'])
  assert.deepEqual(refusalsIn(await doAs(world, officer, amendAnnex, { annexId: annex.id, ...END, lastDay: '2026-01-01' })), [
    'agreements/amendment-outside-annex',
  ])
})

databaseTest('an amendment in the middle of a month is recorded, and noted', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  const done = await doAs(world, officer, amendAnnex, { annexId: annex.id, ...POSTS, effectOn: '2025-03-15' })
  assert.deepEqual(done.state === 'done' && done.value.anomalies.map(({ code }) => code), ['agreements/amendment-inside-month'])
  assert.deepEqual(await world.look('select rule from anomaly where resolved_at is null'), [{ rule: 'agreements/amendment-inside-month' }])
})
