import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aFunction, anAuthorisation, anOrganisation } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const local = await anOrganisation(tx, { name: 'Mission locale de l’Ouest audois', functions: ['prescriber'] })
    await aFunction(tx, local, 'prescriber', { territory: 'departement-66' })
    await anAuthorisation(tx, local)
    const body = await anOrganisation(tx, { name: 'Les Compagnons de la Cité', functions: ['prescriber'] })
    await anAuthorisation(tx, body, { kind: 'OHPD', basis: 'prefect', firstDay: '2022-01-01', lastDay: '2026-12-31' })
    await anOrganisation(tx, { name: 'Maison de quartier', functions: ['prescriber'] })
    const expired = await anOrganisation(tx, { name: 'Foyer du Razès', functions: ['prescriber'] })
    await anAuthorisation(tx, expired, { kind: 'OHPD', basis: 'prefect', firstDay: '2021-11-21', lastDay: '2026-11-20' })
    return { local, body }
  })

const shown = (body: string) => [...body.matchAll(/<th[^>]*role="rowheader"[^>]*>\s*<a[^>]*>([^<]+)</g)].map(([, name]) => name)

databaseTest('the register lists those who may prescribe today, by which right and until when', async (world) => {
  await set(world)
  const page = await (await openBrowser(world)).get('/prescripteurs')
  assert.deepEqual(shown(page.body), ['Les Compagnons de la Cité', 'Mission locale de l’Ouest audois'])
  assert.match(page.text, /Organisme habilité par le préfet Aude Par décision du préfet 31 décembre 2026/)
  assert.match(page.text, /Mission locale Aude et Pyrénées-Orientales De droit, par l’arrêté ministériel –/)
})

databaseTest('an authorisation counts on its last day, not the day after', async (world) => {
  await set(world)
  world.clock.set('2026-12-31T09:00:00Z')
  const browser = await openBrowser(world)
  assert.equal(shown((await browser.get('/prescripteurs?habilitation=prefet')).body).length, 1)
  world.clock.set('2027-01-01T09:00:00Z')
  assert.match((await browser.get('/prescripteurs?habilitation=prefet')).text, /Aucune organisation ne correspond/)
})

databaseTest('the address filters by département, right and words', async (world) => {
  await set(world)
  const browser = await openBrowser(world)
  const names = async (query: string) => shown((await browser.get(`/prescripteurs?${query}`)).body)
  assert.deepEqual(await names('departement=66'), ['Mission locale de l’Ouest audois'])
  assert.deepEqual(await names('habilitation=de-droit'), ['Mission locale de l’Ouest audois'])
  assert.deepEqual(await names('habilitation=aucune'), ['Foyer du Razès', 'Maison de quartier'])
  assert.deepEqual(await names('q=compa'), ['Les Compagnons de la Cité'])
  assert.deepEqual(await names('tri=-nom'), ['Mission locale de l’Ouest audois', 'Les Compagnons de la Cité'])
  assert.equal((await names('habilitation=constructor&departement=x&tri=y')).length, 2)
})

databaseTest('who acts in a commune or a région is found in its département', async (world) => {
  await set(world)
  await world.load(async (tx) => {
    const commune = await anOrganisation(tx, { name: 'CCAS de Narbonne', functions: ['prescriber'], territory: 'commune-11262' })
    await anAuthorisation(tx, commune, { kind: 'CCAS' })
    const region = await anOrganisation(tx, { name: 'AFPA Occitanie', functions: ['prescriber'], territory: 'region-76' })
    await anAuthorisation(tx, region, { kind: 'AFPA' })
  })
  const browser = await openBrowser(world)
  const names = async (code: string) => shown((await browser.get(`/prescripteurs?departement=${code}`)).body)
  assert.deepEqual(await names('11'), [
    'AFPA Occitanie',
    'CCAS de Narbonne',
    'Les Compagnons de la Cité',
    'Mission locale de l’Ouest audois',
  ])
  assert.deepEqual(await names('66'), ['AFPA Occitanie', 'Mission locale de l’Ouest audois'])
  assert.deepEqual(await names('974'), [])
})

databaseTest('the export gives what is shown', async (world) => {
  await set(world)
  const file = await (await world.server()).inject({ url: '/prescripteurs.csv?habilitation=prefet' })
  assert.equal(
    file.body.split('\r\n')[1],
    'Les Compagnons de la Cité;Organisme habilité par le préfet;Aude;Par décision du préfet;01/01/2022;31/12/2026',
  )
})

databaseTest('before anything is loaded, the page says so', async (world) => {
  assert.match((await (await openBrowser(world)).get('/prescripteurs')).text, /Aucun prescripteur/)
})

databaseTest('the register and the card of a prescriber take six statements at most', async (world) => {
  const { body } = await set(world)
  const browser = await openBrowser(world)
  for (const path of ['/prescripteurs?q=compa', '/prescripteurs.csv', `/organisations/${body.id}`]) {
    const before = world.statements.length
    assert.equal((await browser.get(path)).status, 200)
    assert.ok(world.statements.length - before <= 6, `${path}: ${world.statements.length - before}`)
  }
})
