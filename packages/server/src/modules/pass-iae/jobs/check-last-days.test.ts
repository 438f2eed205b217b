import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPass, aPass, aSuspension } from '../fixtures.ts'
import { checkLastDays } from './check-last-days.ts'

databaseTest('a stored day that the acts do not give is noted once; a true one is not', async (world) => {
  const wrong = await world.load(async (tx) => {
    const here = await aCounsellorWithAPass(tx)
    await aPass(tx, here.person, { first: '2020-01-01', last: '2021-12-31' })
    await aSuspension(tx, here.person, here.pass, { first: '2026-05-01', last: '2026-05-10' })
    return here.pass
  })
  await checkLastDays.run({ database: world.database, clock: world.clock })
  await checkLastDays.run({ database: world.database, clock: world.clock })
  assert.deepEqual(await world.look("select subject_id, facts from anomaly where rule = 'pass-iae/last-day-stored'"), [
    { subject_id: wrong.id, facts: { stored: '2028-01-04', found: '2028-01-14' } },
  ])
})
