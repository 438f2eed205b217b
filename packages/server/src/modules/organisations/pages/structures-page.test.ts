import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { anOrganisation, aSiae, aSiret, aUnit, aWorksite } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const lauragais = await anOrganisation(tx)
    const roussillon = await anOrganisation(tx, { name: 'Régie du Roussillon' })
    await aSiae(tx, roussillon, { name: 'Éco-Quartier', kind: 'EI', territory: 'departement-66', commune: 'commune-66136' })
    await aSiae(tx, lauragais, { name: 'Ancienne Ressourcerie', lastDay: '2024-12-31' })
    const gardens = await aSiae(tx, lauragais)
    await aSiret(tx, gardens, '73282932000074')
    return { lauragais, gardens }
  })

/** Names of the list, in order. */
const shown = (body: string) => [...body.matchAll(/<th[^>]*role="rowheader"[^>]*>\s*<a[^>]*>([^<]+)</g)].map(([, name]) => name)

databaseTest('anybody finds the open structures, by name, each with its carrier', async (world) => {
  await set(world)
  const page = await (await openBrowser(world)).get('/structures')
  assert.equal(page.status, 200)
  assert.deepEqual(shown(page.body), ['Éco-Quartier', 'Les Jardins du Lauragais'])
  assert.match(page.text, /2 structures/)
  assert.match(page.text, /Les Jardins du Lauragais ACI Association du Lauragais Carcassonne Aude/)
})

const searches: readonly [typed: string, found: readonly string[]][] = [
  ['jardins', ['Les Jardins du Lauragais']],
  ['LAUR jard', ['Les Jardins du Lauragais']],
  ['eco', ['Éco-Quartier']],
  ['régie', ['Éco-Quartier']],
  ['ardins', []],
  ["'; drop table siae; --", []],
  ['jardins roussillon', []],
]
for (const [typed, found] of searches) {
  databaseTest(`« ${typed} » begins words of ${found[0] ?? 'no structure'}`, async (world) => {
    await set(world)
    const page = await (await openBrowser(world)).get(`/structures?q=${encodeURIComponent(typed)}`)
    assert.deepEqual(shown(page.body), found)
    if (found.length === 0) assert.match(page.text, /Aucune structure ne correspond/)
  })
}

databaseTest('the address filters and sorts; what it does not understand is as if it were absent', async (world) => {
  await set(world)
  const browser = await openBrowser(world)
  const names = async (query: string) => shown((await browser.get(`/structures?${query}`)).body)
  assert.deepEqual(await names('departement=66'), ['Éco-Quartier'])
  assert.deepEqual(await names('type=ACI'), ['Les Jardins du Lauragais'])
  assert.deepEqual(await names('etat=fermees'), ['Ancienne Ressourcerie'])
  assert.deepEqual(await names('etat=toutes&tri=-nom'), ['Les Jardins du Lauragais', 'Éco-Quartier', 'Ancienne Ressourcerie'])
  assert.deepEqual(await names('tri=departement'), ['Les Jardins du Lauragais', 'Éco-Quartier'])
  assert.equal((await names('type=XXX&departement=%27&etat=constructor&tri=mot&page=-1')).length, 2)
})

databaseTest('a long list has pages that keep the filters; a page beyond the end leads to the first', async (world) => {
  const { lauragais } = await set(world)
  await world.load(async (tx) => {
    for (let index = 10; index < 40; index++) await aSiae(tx, lauragais, { name: `Atelier ${index}` })
  })
  const browser = await openBrowser(world)
  const first = await browser.get('/structures?q=atelier')
  assert.match(first.text, /30 structures, de 1 à 25.*Page 1 sur 2/)
  assert.match(first.body, /href="\/structures\?q=atelier&amp;page=2"/)
  assert.deepEqual(shown((await browser.get('/structures?q=atelier&page=2')).body), [
    'Atelier 35',
    'Atelier 36',
    'Atelier 37',
    'Atelier 38',
    'Atelier 39',
  ])
  assert.equal((await browser.get('/structures?q=atelier&page=9')).location, '/structures?q=atelier')
})

databaseTest('the export gives what is shown, every page of it', async (world) => {
  await set(world)
  const page = await (await openBrowser(world)).get('/structures?type=ACI')
  assert.match(page.body, /href="\/structures\.csv\?type=ACI"/)
  const file = await (await world.server()).inject({ url: '/structures.csv?type=ACI' })
  assert.equal(file.headers['content-type'], 'text/csv; charset=utf-8')
  assert.match(String(file.headers['content-disposition']), /structures\.csv/)
  const [titles, line, end] = file.body.split('\r\n')
  assert.equal(
    titles,
    '\uFEFFStructure;Type;Type en clair;Organisme porteur;SIRET;Commune;Département de conventionnement;Ouverte le;Fermée le',
  )
  assert.equal(
    line,
    'Les Jardins du Lauragais;ACI;Atelier et chantier d’insertion (ACI);Association du Lauragais;73282932000074;Carcassonne;Aude;01/01/2020;',
  )
  assert.equal(end, '')
})

databaseTest('before anything is loaded, the page says so', async (world) => {
  assert.match((await (await openBrowser(world)).get('/structures')).text, /Aucune structure/)
})

databaseTest('the register and the card of a structure take six statements at most', async (world) => {
  const { lauragais, gardens } = await set(world)
  await world.load(async (tx) => {
    await aUnit(tx, lauragais, { siae: gardens })
    await aWorksite(tx, gardens)
  })
  const browser = await openBrowser(world)
  for (const path of ['/structures?q=jardins&departement=11', '/structures.csv', `/structures/${gardens.id}`]) {
    const before = world.statements.length
    assert.equal((await browser.get(path)).status, 200)
    assert.ok(world.statements.length - before <= 6, `${path}: ${world.statements.length - before}`)
  }
})
