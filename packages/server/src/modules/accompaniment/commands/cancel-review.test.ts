import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aReview } from '../fixtures.ts'
import { cancelReview } from './cancel-review.ts'

databaseTest('a colleague who is no referent finds no review to cancel; its author does, once', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    return { ...made, colleague, review: await aReview(tx, { ...made, by: made.member }) }
  })
  const asked = { reviewId: here.review.id }
  assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, cancelReview, asked)), ['platform/not-found'])
  assert.equal((await doAs(world, here.member.accountId, cancelReview, asked)).state, 'done')
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, cancelReview, asked)), ['platform/not-found'])
  assert.deepEqual(await world.look('select closed_as from review'), [{ closed_as: 'cancelled' }])
})
