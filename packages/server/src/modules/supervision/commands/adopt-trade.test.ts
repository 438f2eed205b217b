import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSiteAtWork } from '../fixtures.ts'
import { TRADES } from '../trades.ts'
import { adoptTrade } from './adopt-trade.ts'

const adopted = 'Maraîchage'

databaseTest('who supervises, pays or works elsewhere does not keep the list', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  for (const { accountId } of [here.supervisor, here.payroll, here.stranger])
    assert.deepEqual(refusalsIn(await doAs(world, accountId, adoptTrade, { siaeId: here.siae.id, adopted })), [
      'supervision/skill-list-not-yours',
    ])
})

databaseTest('a trade brings its skills once; those taken out since come back', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  const typed = { siaeId: here.siae.id, adopted }
  const done = await doAs(world, here.director.accountId, adoptTrade, typed)
  assert.ok(done.state === 'done' && done.value.added === TRADES.find(({ name }) => name === adopted)?.skills.length)
  assert.deepEqual(refusalsIn(await doAs(world, here.director.accountId, adoptTrade, typed)), ['supervision/trade-adopted'])
  await world.look("update skill set retired_on = '2026-11-20' where label = 'Désherber'")
  const again = await doAs(world, here.counsellor.accountId, adoptTrade, typed)
  assert.ok(again.state === 'done' && again.value.added === 1)
})
