import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anAgreedScene, anAmendment, anAnnex } from '../fixtures.ts'
import { amendAnnex } from './amend-annex.ts'
import { cancelAmendment } from './cancel-amendment.ts'

const REASON = 'Avenant jamais signé'

databaseTest('nobody but the officer of the territory takes an amendment back', async (world) => {
  const { siae, outsiders } = await world.load(anAgreedScene)
  const amendment = await world.load(async (tx) => anAmendment(tx, await anAnnex(tx, siae), { knownOn: '2025-06-15', last: '2025-06-30' }))
  for (const [who, accountId] of Object.entries(outsiders))
    if (who !== 'a former member')
      assert.equal(
        (await doAs(world, accountId, cancelAmendment, { amendmentId: amendment.id, version: 1, reason: REASON })).state,
        'refused',
        who,
      )
  assert.equal((await world.look('select from annex_amendment where cancelled_at is null')).length, 1)
})

databaseTest('the end it brought forward is again what the other amendments say', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const { annex, later } = await world.load(async (tx) => {
    const annex = await anAnnex(tx, siae)
    await anAmendment(tx, annex, { knownOn: '2025-05-01', last: '2025-10-31' })
    return { annex, later: await anAmendment(tx, annex, { knownOn: '2025-06-15', last: '2025-06-30' }) }
  })
  const send = (version: number) => doAs(world, officer, cancelAmendment, { amendmentId: later.id, version, reason: REASON })
  assert.equal((await send(1)).state, 'done')
  assert.deepEqual(await world.look('select ends_on::text, version from financial_annex where id = $1', [annex.id]), [
    { ends_on: '2025-10-31', version: 2 },
  ])
  assert.deepEqual(refusalsIn(await send(2)), ['agreements/already-cancelled'])
})

databaseTest('what was noted of an amendment is settled when it is taken back', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const annex = await world.load((tx) => anAnnex(tx, siae))
  const inside = { kind: 'posts', signedOn: '2025-05-12', effectOn: '2025-03-15', posts: '12', version: 1 } as const
  const done = await doAs(world, officer, amendAnnex, { annexId: annex.id, ...inside })
  assert.ok(done.state === 'done')
  await doAs(world, officer, cancelAmendment, { amendmentId: done.value.id, version: 2, reason: REASON })
  assert.deepEqual(await world.look('select resolution from anomaly'), [{ resolution: 'corrected' }])
})
