import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation, aSiae, aSiret } from '../../organisations/fixtures.ts'
import { anAgreedScene, anAgreement, anAnnex } from '../fixtures.ts'

const PATH = '/annexes/importer'
const TITLES = 'SIRET;Type;Numéro;Début;Fin;Signature;Postes;Montant'
const line = (siret: string, more: Partial<Record<'kind' | 'first' | 'last' | 'posts', string>> = {}) =>
  [
    siret,
    more.kind ?? 'ACI',
    'A-2026',
    more.first ?? '01/01/2026',
    more.last ?? '31/12/2026',
    '10/04/2026',
    more.posts ?? '7,43',
    '177 733,03',
  ].join(';')
const [FIRST, SECOND, ELSEWHERE] = ['73282932000074', '73282932000082', '44382932000011']

const set = (world: World) =>
  world.load(async (tx) => {
    const scene = await anAgreedScene(tx)
    const second = await aSiae(tx, scene.organisation, { name: 'Atelier du Minervois' })
    const elsewhere = await aSiae(tx, await anOrganisation(tx, { name: 'Régie', territory: 'departement-66' }), {
      territory: 'departement-66',
    })
    await aSiret(tx, scene.siae, FIRST)
    await aSiret(tx, second, SECOND)
    await aSiret(tx, elsewhere, ELSEWHERE)
    await anAgreement(tx, scene.siae)
    await anAgreement(tx, second)
    return { ...scene, second }
  })
const count = async (world: World) => (await world.look('select from financial_annex')).length

databaseTest('a visitor, the structure, a funder, another role or a former officer imports nothing', async (world) => {
  const { outsiders } = await set(world)
  const { 'an officer of another territory': _other, 'a former member': former, ...rest } = outsiders
  const file = `${TITLES}\n${line(FIRST)}`
  await isClosedTo(world, { ...rest, former }, { path: PATH, form: { file, step: 'confirm' } })
  assert.equal(await count(world), 0)
})

databaseTest('what is read is shown line by line first, and recorded whole once confirmed', async (world) => {
  const { officer } = await set(world)
  const browser = await openBrowser(world, officer)
  const file = `\uFEFF${TITLES}\r\n${line(FIRST)}\r\n${line(SECOND, { last: '31/01/2027' })}\r\n`
  const preview = await browser.post(PATH, { file })
  assert.equal(preview.status, 200, preview.text)
  assert.match(preview.text, /Les Jardins du Lauragais/)
  assert.match(preview.text, /Enregistrer les 2 annexes/)
  assert.match(preview.text, /L’annexe dure 13 mois, pour 12 au plus/)
  assert.equal(await count(world), 0)
  assert.equal((await browser.post(PATH, { file, step: 'confirm' })).location, '/conventions')
  assert.deepEqual(await world.look('select posts, amount, origin from financial_annex order by last_day'), [
    { posts: 743, amount: 17_773_303, origin: 'imported' },
    { posts: 743, amount: 17_773_303, origin: 'imported' },
  ])
  assert.equal((await world.look("select from event where type = 'agreements/annex-signed'")).length, 2)
  assert.deepEqual(await world.look('select rule from anomaly'), [{ rule: 'agreements/annex-too-long' }])
})

databaseTest('a line refused says why and stops the others, in the preview as in the confirmation', async (world) => {
  const { siae, officer } = await set(world)
  await world.load((tx) => anAnnex(tx, siae, { first: '2026-06-01', last: '2026-12-31' }))
  const browser = await openBrowser(world, officer)
  const lines = [line(FIRST), line(SECOND), line(SECOND), line(ELSEWHERE), line(SECOND, { kind: 'EI', first: 'janvier', posts: '7,433' })]
  const file = [TITLES, ...lines].join('\n')
  for (const step of ['', 'confirm']) {
    const answer = await browser.post(PATH, { file, step })
    assert.equal(answer.status, 422)
    for (const said of [
      /4 lignes ne sont pas comprises/,
      /couvre déjà une partie de ces jours/,
      /Aucune structure de votre territoire n’a ce SIRET et ce type/,
      /Saisissez le premier jour de l’annexe/,
      /deux décimales au plus/,
    ])
      assert.match(answer.text, said)
    assert.match(answer.body, /A-2026;01\/01\/2026/)
  }
  assert.equal(await count(world), 1)
})

databaseTest('an empty form, or a text that is no file, says what to paste', async (world) => {
  const { officer } = await set(world)
  const browser = await openBrowser(world, officer)
  assert.match((await browser.post(PATH, {})).text, /Collez les lignes du fichier/)
  const answer = await browser.post(PATH, { file: 'bonjour' })
  assert.match(answer.text, /Il manque « SIRET »/)
  assert.match(answer.body, /bonjour/)
})
