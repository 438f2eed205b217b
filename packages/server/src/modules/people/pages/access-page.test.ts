import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit, givesAccess } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit })
    await aReferent(tx, { organisation, unit, person, membershipId: counsellor.membershipId, accountId: counsellor.accountId })
    const elsewhere = await anOrganisation(tx, { name: 'SPIP de l’Aude', functions: ['prescriber'] })
    const there = await aUnit(tx, elsewhere, null, 'Milieu ouvert')
    await givesAccess(tx, person, there, { source: 'attached' })
    return { organisation, unit, person, counsellor, other: await aMemberIn(tx, elsewhere, there, 'prescriber', { name: 'Claude Martin' }) }
  })

databaseTest('a technical supervisor finds no such page', async (world) => {
  const { organisation, unit, person } = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, organisation, unit, 'technical_supervisor'))
  assert.equal((await (await openBrowser(world, supervisor.accountId)).get(`/personnes/${person.id}/acces`)).status, 404)
})

databaseTest('one’s own rights are named with their reason; another organisation never is, on either side', async (world) => {
  const { person, counsellor, other } = await scene(world)
  const browser = await openBrowser(world, counsellor.accountId)
  const before = world.statements.length
  const page = await browser.get(`/personnes/${person.id}/acces`)
  assert.ok(world.statements.length - before <= 6, `${world.statements.length - before} statements`)
  assert.match(page.text, /Camille Roux, Équipe de Limoux/)
  assert.match(page.text, /Référent nommé/)
  assert.match(page.text, /Un autre organisme/)
  assert.doesNotMatch(page.text, /SPIP|Milieu ouvert|rattachement a été accepté/)
  const theirs = await (await openBrowser(world, other.accountId)).get(`/personnes/${person.id}/acces`)
  assert.match(theirs.text, /Milieu ouvert/)
  assert.doesNotMatch(theirs.text, /Lauragais|Camille Roux|Équipe de Limoux|Référent nommé/)
})

databaseTest('who looked is said to the organisation of who looked, and to no other', async (world) => {
  const { person, counsellor, other } = await scene(world)
  const [browser, theirs] = [await openBrowser(world, counsellor.accountId), await openBrowser(world, other.accountId)]
  await theirs.get(`/personnes/${person.id}/acces`)
  assert.match((await browser.get(`/personnes/${person.id}/acces`)).text, /Personne n’a encore ouvert cette fiche/)
  assert.match(
    (await browser.get(`/personnes/${person.id}/acces`)).text,
    /1 consultation .* Camille Roux 21\/11\/2026, 10 h Dossier d’accompagnement \(référent nommé\)/,
  )
})
