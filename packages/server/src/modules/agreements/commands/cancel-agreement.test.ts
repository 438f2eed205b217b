import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anAgreedScene, anAgreement, anAnnex } from '../fixtures.ts'
import { cancelAgreement } from './cancel-agreement.ts'
import { cancelAnnex } from './cancel-annex.ts'

const REASON = 'Doublon de saisie'

databaseTest('nobody but the officer of the territory takes an agreement back', async (world) => {
  const { siae, outsiders } = await world.load(anAgreedScene)
  const agreement = await world.load((tx) => anAgreement(tx, siae))
  for (const [who, accountId] of Object.entries(outsiders))
    if (who !== 'a former member')
      assert.equal(
        (await doAs(world, accountId, cancelAgreement, { agreementId: agreement.id, version: 1, reason: REASON })).state,
        'refused',
        who,
      )
})

databaseTest('an agreement on which an annex rests stays; alone, it is taken back with why', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const { agreement, annex } = await world.load(async (tx) => {
    const agreement = await anAgreement(tx, siae)
    return { agreement, annex: await anAnnex(tx, siae, { agreement }) }
  })
  const send = () => doAs(world, officer, cancelAgreement, { agreementId: agreement.id, version: 1, reason: REASON })
  assert.deepEqual(refusalsIn(await send()), ['agreements/agreement-has-annexes'])
  await doAs(world, officer, cancelAnnex, { annexId: annex.id, version: 1, reason: REASON })
  assert.equal((await send()).state, 'done')
  assert.deepEqual(await world.look('select cancelled_reason from agreement'), [{ cancelled_reason: REASON }])
  await world.load((tx) => anAgreement(tx, siae))
})
