import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit, givesAccess } from '../../people/fixtures.ts'

databaseTest('nobody is proposed whom the reader could not note an act with; who supervises does not enter', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aPerson(tx, {
      organisation: made.organisation,
      unit: await aUnit(tx, made.organisation, null, 'Autre équipe'),
      givenNames: 'Rose',
    })
    const paid = await aPerson(tx, { organisation: made.organisation, givenNames: 'Omar' })
    await givesAccess(tx, paid, made.unit, { circle: 'payment', source: 'control' })
    const dead = await aPerson(tx, { ...made, givenNames: 'Émile' })
    return { ...made, dead, supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor') }
  })
  await world.look("update person set death_date = '2026-11-18' where id = $1", [here.dead.id])
  assert.equal((await (await openBrowser(world, here.supervisor.accountId)).get('/actes/ajouter')).status, 404)
  const browser = await openBrowser(world, here.member.accountId)
  const { text, body } = await browser.get('/actes/ajouter?q=benali')
  assert.match(body, new RegExp(`/personnes/${here.personId}/actes/ajouter`))
  assert.doesNotMatch(text, /Rose|Omar|Émile/)
})

databaseTest('without a search one finds those of whom one is the referent, in one statement', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const amel = await aPerson(tx, { ...made, birthName: 'Zidi', givenNames: 'Amel' })
    await aReferent(tx, { ...made, person: amel, ...made.member })
    return made
  })
  const browser = await openBrowser(world, here.member.accountId)
  const { text } = await browser.get('/actes/ajouter')
  assert.match(text, /Dont vous êtes référent\(e\) Amel ZIDI/)
  assert.doesNotMatch(text, /BENALI/)
  assert.match((await browser.get('/actes/ajouter?q=xyz')).text, /Personne ne correspond/)
})
