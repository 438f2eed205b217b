import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMember, aSiae, aWorksite } from '../../organisations/fixtures.ts'
import { anAgreedScene, anAmendment, anAnnex } from '../fixtures.ts'

const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const AGREEMENT = { ...date('firstDay', '1', '1', '2026'), ...date('lastDay', '31', '12', '2028'), ...date('signedOn', '12', '1', '2026') }
const ANNEX = {
  measure: 'common',
  posts: '12,43',
  ...date('firstDay', '1', '1', '2026'),
  ...date('lastDay', '31', '12', '2026'),
  ...date('signedOn', '10', '4', '2026'),
}

const withAnnex = (world: World) =>
  world.load(async (tx) => {
    const scene = await anAgreedScene(tx)
    await aSiae(tx, scene.organisation, { name: 'Atelier du Minervois', kind: 'EI' })
    const annex = await anAnnex(tx, scene.siae, {
      first: '2026-01-01',
      last: '2026-12-31',
      knownOn: '2026-04-10',
      cofinancing: { departement: 5_000_000, total: 20_000_000 },
    })
    await anAmendment(tx, annex, { knownOn: '2026-05-12', effectOn: '2026-03-01', posts: 1200 })
    return { ...scene, annex }
  })

databaseTest('the structure reads its file without any form; another role of it finds none', async (world) => {
  const { siae, director, organisation } = await withAnnex(world)
  const browser = await openBrowser(world, director)
  assert.match((await browser.get('/ma-convention')).text, /plusieurs structures.*Les Jardins du Lauragais \(ACI\)/)
  const page = await browser.get(`/conventions/${siae.id}`)
  assert.equal(page.status, 200)
  assert.match(page.text, /10 postes/)
  assert.doesNotMatch(page.body, /annuler|\/signer|\/postes/)
  assert.equal((await browser.get(`/conventions/${siae.id}/signer`)).status, 404)
  const supervisor = await world.load((tx) => aMember(tx, organisation, 'technical_supervisor', { name: 'Maxime Vidal' }))
  assert.equal((await (await openBrowser(world, supervisor.accountId)).get(`/conventions/${siae.id}`)).status, 404)
})

databaseTest('the officer records the agreement then the annex, from an empty file to a full one', async (world) => {
  const { siae, officer } = await world.load(anAgreedScene)
  const browser = await openBrowser(world, officer)
  const path = `/conventions/${siae.id}`
  assert.match((await browser.get(path)).text, /Aucune convention enregistrée/)
  assert.equal((await browser.post(`${path}/enregistrer`, AGREEMENT)).location, path)
  assert.match((await browser.get(path)).text, /Aucune annexe enregistrée/)
  const wrong = await browser.post(`${path}/signer`, { ...ANNEX, posts: 'douze', ...date('lastDay', '31', '2', '2026') })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Saisissez un nombre de postes, par exemple 7,43/)
  assert.match(wrong.text, /n’existe pas dans le calendrier/)
  assert.match(wrong.body, /value="douze"/)
  assert.equal((await browser.post(`${path}/signer`, ANNEX)).location, path)
  const page = await browser.get(path)
  assert.match(page.text, /Annexe signée : 12,43 postes à partir du 1er janvier 2026/)
  assert.match(page.text, /ETP ouverts 12,43 ETP Pourquoi ce chiffre/)
  const [row] = await world.look('select id from financial_annex')
  const annex = `${path}/annexes/${String(row?.['id'])}`
  const inside = await browser.post(`${annex}/postes`, {
    posts: '9',
    ...date('signedOn', '20', '9', '2026'),
    ...date('effectOn', '15', '9', '2026'),
  })
  assert.equal(inside.location, path)
  assert.match((await browser.get(path)).text, /L’avenant prend effet en cours de mois/)
})

databaseTest('what was known on a day: before the signature, between the annex and its amendment, now', async (world) => {
  const { siae, officer } = await withAnnex(world)
  const browser = await openBrowser(world, officer)
  const at = async (day: string, month: string) =>
    (await browser.get(`/conventions/${siae.id}?connu-day=${day}&connu-month=${month}&connu-year=2026`)).text
  assert.match(await at('9', '4'), /cette annexe n’était pas signée/)
  const april = await at('10', '4')
  assert.match(april, /ETP ouverts 10,00 ETP/)
  assert.doesNotMatch(april, /12 postes/)
  assert.match(await at('12', '5'), /ETP ouverts 11,67 ETP/)
  assert.match(await at('31', '2'), /n’existe pas dans le calendrier/)
  assert.match(await at('22', '11'), /Choisissez aujourd’hui ou un jour passé/)
})

databaseTest('posts are shared by activity, and what is wrong in a line goes back to its box', async (world) => {
  const { siae, officer, annex } = await withAnnex(world)
  const worksite = await world.load((tx) => aWorksite(tx, siae))
  const browser = await openBrowser(world, officer)
  const path = `/conventions/${siae.id}/annexes/${annex.id}/repartition`
  const wrong = await browser.post(path, { 'activity-1': 'Maraîchage', 'posts-1': '4', 'posts-3': '2' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /href="#activity-3"/)
  const above = await browser.post(path, { 'activity-1': 'Maraîchage', 'posts-1': '13' })
  assert.match(above.text, /La répartition compte 13,00, pour 12,00 au plus/)
  const typed = { 'activity-1': 'Maraîchage', 'worksite-1': worksite.id, 'posts-1': '4' }
  assert.equal((await browser.post(path, typed)).location, `/conventions/${siae.id}`)
  assert.match((await browser.get(`/conventions/${siae.id}`)).text, /Maraîchage Chantier des berges 4 postes/)
})

databaseTest(
  'the list of the territory: without annex, ending soon, by words, as a file; the Département sees its share',
  async (world) => {
    const { officer, funder } = await withAnnex(world)
    const browser = await openBrowser(world, officer)
    const all = await browser.get('/conventions')
    assert.match(all.text, /Atelier du Minervois EI Sans convention – Sans annexe/)
    assert.match(all.text, /Les Jardins du Lauragais ACI 31\/12\/2029 12 postes 31\/12\/2026 50 000,00 €/)
    assert.doesNotMatch((await browser.get('/conventions?etat=sans-annexe')).text, /Lauragais ACI/)
    assert.doesNotMatch((await browser.get('/conventions?etat=bientot-finie')).text, /Minervois EI/)
    assert.match((await browser.get('/conventions?q=laur&etat=bientot-finie')).text, /Les Jardins du Lauragais ACI/)
    const file = await (await world.server()).inject({ url: '/conventions.csv?type=ACI', cookies: { maillage_session: browser.token() } })
    assert.match(file.body, /Les Jardins du Lauragais;ACI;.*;12,00;;50000,00;200000,00\r\n$/)
    const theirs = await openBrowser(world, funder)
    const list = await theirs.get('/conventions')
    assert.match(list.text, /50 000,00 €/)
    assert.doesNotMatch(list.text, /Importer des annexes/)
  },
)

databaseTest('the list and the file take six statements at most', async (world) => {
  const { siae, officer } = await withAnnex(world)
  const browser = await openBrowser(world, officer)
  for (const path of ['/conventions?q=jardins&type=ACI', '/conventions.csv', `/conventions/${siae.id}`]) {
    const before = world.statements.length
    assert.equal((await browser.get(path)).status, 200)
    assert.ok(world.statements.length - before <= 6, `${path}: ${world.statements.length - before}`)
  }
})
