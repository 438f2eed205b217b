import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../../eligibility/fixtures.ts'
import { aReferent } from '../../people/fixtures.ts'
import { aReview } from '../fixtures.ts'
import { correctReview } from './correct-review.ts'

const corrects = (world: World, accountId: string, reviewId: string) =>
  doAs(world, accountId, correctReview, {
    reviewId,
    moment: 'entry',
    heldOn: '2026-11-02',
    withPerson: 'yes',
    words: 'Je veux le permis',
    answers: { mobility: { level: 'hard' } },
  })

databaseTest('a referent of another organisation finds no review to correct', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const elsewhere = await anAdviserOf(tx, made.person)
    await aReferent(tx, { ...elsewhere, person: made.person, ...elsewhere.member })
    return { elsewhere, review: await aReview(tx, { ...made, by: made.member }) }
  })
  assert.deepEqual(refusalsIn(await corrects(world, here.elsewhere.member.accountId, here.review.id)), ['platform/not-found'])
})

databaseTest('its author who is no referent cancels and does it again: they would lose what they may not read', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return { ...made, review: await aReview(tx, { ...made, by: made.member }) }
  })
  assert.deepEqual(refusalsIn(await corrects(world, here.member.accountId, here.review.id)), [
    'accompaniment/review-corrected-by-referents',
  ])
  const browser = await openBrowser(world, here.member.accountId)
  assert.equal((await browser.post(`/bilans/${here.review.id}/annuler`, {})).location, `/personnes/${here.personId}/bilans`)
  assert.match((await browser.get(`/personnes/${here.personId}/bilans`)).text, /Aucun bilan que vous pouvez lire/)
  assert.equal((await browser.post(`/bilans/${here.review.id}/annuler`, {})).status, 404)
})

databaseTest('a corrected review stands alone; the one before it is kept, closed, and is corrected no more', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...made, ...made.member })
    return { ...made, review: await aReview(tx, { ...made, by: made.member }) }
  })
  assert.equal((await corrects(world, here.member.accountId, here.review.id)).state, 'done')
  const page = await (await openBrowser(world, here.member.accountId)).get(`/personnes/${here.personId}/bilans`)
  assert.match(page.text, /2 novembre 2026/)
  assert.doesNotMatch(page.text, /3 novembre 2026/)
  assert.deepEqual(await world.look('select closed_as, words from review order by held_on desc'), [
    { closed_as: 'corrected', words: 'Je veux passer mon permis' },
    { closed_as: null, words: 'Je veux le permis' },
  ])
  assert.deepEqual(refusalsIn(await corrects(world, here.member.accountId, here.review.id)), ['platform/not-found'])
})
