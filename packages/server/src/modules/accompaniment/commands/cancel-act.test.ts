import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { anAct } from '../fixtures.ts'
import { cancelAct } from './cancel-act.ts'

databaseTest(
  'a referent who reads the act of a colleague does not take it back; a colleague who is none does not know of it',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...referent })
      const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
      return { ...made, referent, colleague, act: await anAct(tx, { ...made, by: made.member }) }
    })
    const asked = { actId: here.act.id }
    assert.deepEqual(refusalsIn(await doAs(world, here.referent.accountId, cancelAct, asked)), ['accompaniment/not-author'])
    assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, cancelAct, asked)), ['platform/not-found'])
    assert.equal((await (await openBrowser(world, here.referent.accountId)).get(`/actes/${here.act.id}/retirer`)).status, 404)
  },
)

databaseTest('taken back by its author, an act is read by nobody; sent twice, the form finds nothing left', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return { ...made, act: await anAct(tx, { ...made, by: made.member }) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const acts = `/personnes/${here.personId}/actes`
  assert.match((await browser.get(acts)).text, /Point sur le permis/)
  assert.match((await browser.get(`/personnes/${here.personId}`)).body, new RegExp(`href="${acts}"`))
  assert.equal((await browser.post(`/actes/${here.act.id}/retirer`, {})).location, acts)
  assert.doesNotMatch((await browser.get(acts)).text, /permis/)
  assert.equal((await browser.post(`/actes/${here.act.id}/retirer`, {})).status, 404)
  assert.deepEqual(await world.look('select cancelled_by from accompaniment_act'), [{ cancelled_by: here.member.accountId }])
})
