import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anAgreedScene, anAnnex } from '../fixtures.ts'
import { annexesOf } from '../queries/annexes-of.ts'
import { cancelAnnex } from './cancel-annex.ts'

const REASON = 'Saisie sur la mauvaise structure'

databaseTest('nobody but the officer of the territory takes an annex back', async (world) => {
  const { siae, outsiders } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  for (const [who, accountId] of Object.entries(outsiders))
    if (who !== 'a former member')
      assert.equal((await doAs(world, accountId, cancelAnnex, { annexId: annex.id, version: 1, reason: REASON })).state, 'refused', who)
  assert.equal((await world.look('select from financial_annex where cancelled_at is null')).length, 1)
})

databaseTest('taken back with why: the row stays, its days are free again, it is told once', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae, { last: '2026-03-31' }))
  const send = (version: number) => doAs(world, officer, cancelAnnex, { annexId: annex.id, version, reason: REASON })
  assert.deepEqual(refusalsIn(await send(3)), ['platform/stale'])
  assert.equal((await send(1)).state, 'done')
  assert.deepEqual(refusalsIn(await send(2)), ['agreements/already-cancelled'])
  assert.deepEqual(await world.look('select cancelled_reason, posts from financial_annex'), [{ cancelled_reason: REASON, posts: 1000 }])
  assert.deepEqual(await readAs(world, officer, (ctx) => annexesOf(ctx, { siaeId: siae.id })), [])
  assert.equal((await world.look("select from event where type = 'agreements/annex-cancelled'")).length, 1)
  await world.load((tx) => anAnnex(tx, siae))
})
