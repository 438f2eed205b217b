import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, aReferent } from '../../people/fixtures.ts'
import { aWorkshop } from '../fixtures.ts'
import { joinWorkshop } from './join-workshop.ts'

databaseTest('a colleague adds nobody to the workshop of another, the referent who reads it included', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    const late = await aPerson(tx, { ...made, givenNames: 'Amel' })
    return { ...made, referent, colleague, late, workshop: await aWorkshop(tx, { ...made, by: made.member }, [made.person]) }
  })
  const asked = { workshopId: here.workshop.id, personIds: [here.late.id] }
  assert.deepEqual(refusalsIn(await doAs(world, here.referent.accountId, joinWorkshop, asked)), ['accompaniment/not-author-of-workshop'])
  assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, joinWorkshop, asked)), ['platform/not-found'])
  assert.equal((await (await openBrowser(world, here.referent.accountId)).get(`/ateliers/${here.workshop.id}/ajouter`)).status, 404)
  assert.equal((await world.look('select from accompaniment_act')).length, 1)
})

databaseTest('who had been forgotten joins with the same act as the others, once', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const late = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    return { ...made, late, workshop: await aWorkshop(tx, { ...made, by: made.member }, [made.person]) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const page = `/ateliers/${here.workshop.id}`
  const form = (await browser.get(`${page}/ajouter`)).body
  assert.ok(form.includes(here.late.id) && !form.includes(here.personId), 'only who is not there yet is proposed')
  assert.equal((await browser.post(`${page}/ajouter`, { personIds: here.late.id })).location, page)
  assert.match((await browser.get(page)).text, /2 personnes présentes Nadia BENALI .* Amel ZIDI/)
  const again = await browser.post(`${page}/ajouter`, { personIds: [here.late.id, here.personId] })
  assert.match(again.text, /déjà notées à cet atelier/)
  assert.deepEqual(await world.look('select count(distinct purpose)::int as texts, count(*)::int as acts from accompaniment_act'), [
    { texts: 1, acts: 2 },
  ])
})
