import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, aReferent } from '../../people/fixtures.ts'
import { aWorkshop } from '../fixtures.ts'
import { cancelWorkshop } from './cancel-workshop.ts'

databaseTest(
  'a referent who reads a workshop does not take it back; a colleague who follows nobody of it does not know of it',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
      await aReferent(tx, { ...made, ...referent })
      const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
      return { ...made, referent, colleague, workshop: await aWorkshop(tx, { ...made, by: made.member }, [made.person]) }
    })
    const asked = { workshopId: here.workshop.id }
    assert.deepEqual(refusalsIn(await doAs(world, here.referent.accountId, cancelWorkshop, asked)), [
      'accompaniment/not-author-of-workshop',
    ])
    assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, cancelWorkshop, asked)), ['platform/not-found'])
    assert.deepEqual(await world.look('select cancelled_at from workshop union select cancelled_at from accompaniment_act'), [
      { cancelled_at: null },
    ])
  },
)

databaseTest('taken back, it leaves every file, that of somebody whom the team does not follow any more included', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const gone = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    return { ...made, gone, workshop: await aWorkshop(tx, { ...made, by: made.member }, [made.person, gone]) }
  })
  await world.look("update person_access set ends_on = '2026-11-20' where person_id = $1", [here.gone.id])
  const browser = await openBrowser(world, here.member.accountId)
  const page = `/ateliers/${here.workshop.id}`
  assert.match((await browser.get(page)).text, /1 personne présente Nadia BENALI/)
  assert.match((await browser.get(`${page}/retirer`)).text, /retiré de tous les dossiers/)
  assert.equal((await browser.post(`${page}/retirer`)).location, '/ateliers')
  assert.equal((await browser.get(page)).status, 404)
  assert.doesNotMatch((await browser.get(`/personnes/${here.personId}/actes`)).text, /Chercher un emploi/)
  assert.equal((await browser.post(`${page}/retirer`)).status, 404)
  assert.deepEqual(await world.look('select distinct cancelled_by from accompaniment_act union select cancelled_by from workshop'), [
    { cancelled_by: here.member.accountId },
  ])
})

databaseTest('somebody ticked by mistake is taken out alone', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const other = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    return { ...made, workshop: await aWorkshop(tx, { ...made, by: made.member }, [made.person, other]) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const page = `/ateliers/${here.workshop.id}`
  const [act = ''] = here.workshop.acts
  assert.match((await browser.get(`/actes/${act}/retirer`)).text, /Retirer cette personne de l’atelier/)
  assert.equal((await browser.post(`/actes/${act}/retirer`)).location, page)
  assert.match((await browser.get(page)).text, /1 personne présente Amel ZIDI/)
})
