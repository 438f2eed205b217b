import assert from 'node:assert/strict'
import type { OrganisationFunction } from '../../../platform/command/actor.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser, type TestBrowser } from '../../../platform/testing/test-browser.ts'
import { aTeamAtWork } from '../../employment/fixtures.ts'
import { aMember, anOrganisation } from '../../organisations/fixtures.ts'
import type { Role } from '../../organisations/index.ts'
import { aSmallMap } from '../../territories/fixtures.ts'

const PROFILES: readonly (readonly [role: Role, functions: readonly OrganisationFunction[]])[] = [
  ['prescriber', ['prescriber']],
  ['ft_adviser', ['prescriber']],
  ['counsellor', ['operator']],
  ['technical_supervisor', ['operator']],
  ['director', ['operator']],
  ['authority_officer', ['authority']],
  ['funder_officer', ['prescriber', 'funder', 'referent']],
  ['organisation_administrator', ['network']],
]

/** Follows every link of the page and of its frame: none leads to what does not exist. */
async function followAll(browser: TestBrowser, body: string): Promise<readonly string[]> {
  const links = new Set([...body.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].flatMap(([, href]) => (href ? [href] : [])))
  for (const link of links) assert.ok([200, 303].includes((await browser.get(link)).status), link)
  return [...links]
}

databaseTest('a visitor reads what Maillage is, and every link leads somewhere', async (world) => {
  await world.load(aSmallMap)
  const browser = await openBrowser(world)
  await browser.get('/')
  const before = world.statements.length
  const home = await browser.get('/')
  assert.ok(world.statements.length - before <= 6)
  assert.match(home.text, /L’insertion d’un territoire, sur les mêmes faits/)
  assert.doesNotMatch(home.text, /démonstration/)
  await followAll(browser, home.body)
})

databaseTest('in a demonstration the first door is that of the personas', async (world) => {
  await world.look("insert into deployment (purpose) values ('demonstration')")
  assert.match((await (await openBrowser(world)).get('/')).text, /Entrer dans la démonstration/)
})

for (const [role, functions] of PROFILES) {
  databaseTest(`the home page of a member with the role ${role} leads to pages open to them, in at most six statements`, async (world) => {
    const member = await world.load(async (tx) => {
      await aSmallMap(tx)
      return aMember(tx, await anOrganisation(tx, { functions }), role)
    })
    const browser = await openBrowser(world, member.accountId)
    await browser.get('/')
    const before = world.statements.length
    const home = await browser.get('/')
    assert.ok(world.statements.length - before <= 6)
    assert.match(home.text, /Bonjour Camille Roux/)
    const links = await followAll(browser, home.body)
    assert.ok(links.includes('/mon-organisation'))
    assert.equal(links.includes('/territoires/dessiner'), role === 'authority_officer' || role === 'funder_officer')
  })
}

databaseTest('a former member is told what to do', async (world) => {
  const member = await world.load(async (tx) => {
    await aSmallMap(tx)
    return aMember(tx, await anOrganisation(tx), 'director', { lastDay: '2020-12-31' })
  })
  assert.match((await (await openBrowser(world, member.accountId)).get('/')).text, /rattaché à aucune organisation/)
})

databaseTest('who administers the platform without any hat is led to what they look after', async (world) => {
  const member = await world.load(async (tx) => {
    await aSmallMap(tx)
    return aMember(tx, await anOrganisation(tx), 'director', { lastDay: '2020-12-31' })
  })
  await world.look('update account set administrator = true where id = $1', [member.accountId])
  const { text, body } = await (await openBrowser(world, member.accountId)).get('/')
  assert.match(text, /Vous administrez la plateforme/)
  for (const page of ['fusions', 'envois-en-echec', 'conservation'])
    assert.match(body, new RegExp(`m-door-link" href="/administration/${page}"`))
})

databaseTest('who steers a territory is told which structures are late, with their months; a structure is not', async (world) => {
  const made = await world.load((tx) => aTeamAtWork(tx))
  const home = await (await openBrowser(world, made.officer.accountId)).get('/')
  assert.match(home.text, /Heures en retard 2 structures ont au moins un mois en retard/)
  assert.match(home.text, /Les Jardins du Lauragais \(ACI\) Heures à valider : 12 mois, entre novembre 2025 et octobre 2026/)
  assert.ok((await followAll(await openBrowser(world, made.officer.accountId), home.body)).includes('/heures/retards'))
  const elsewhere = await (await openBrowser(world, made.officerElsewhere.accountId)).get('/')
  assert.match(elsewhere.text, /Toutes les structures de votre territoire ont validé leurs mois à temps/)
  assert.doesNotMatch((await (await openBrowser(world, made.director.accountId)).get('/')).text, /Heures en retard/)
})

databaseTest('the menu leads to the anomalies and to the imports whoever may open them, and nobody else', async (world) => {
  const made = await world.load((tx) => aTeamAtWork(tx))
  const inMenu = async (accountId: string) => {
    const { body } = await (await openBrowser(world, accountId)).get('/')
    const menu = /<nav class="m-nav".*?<\/nav>/s.exec(body)?.[0] ?? ''
    return ['/anomalies', '/imports'].filter((href) => menu.includes(`href="${href}"`))
  }
  for (const { accountId } of [made.director, made.counsellor, made.payroll])
    assert.deepEqual(await inMenu(accountId), ['/anomalies', '/imports'])
  assert.deepEqual(await inMenu(made.supervisor.accountId), ['/imports'])
  assert.deepEqual(await inMenu(made.officer.accountId), ['/anomalies'])
  assert.deepEqual(await inMenu(made.former.accountId), [])
})
