import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anEmployer, aStay, aStayElsewhere } from '../../employment/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'

const TYPED = {
  'exitOn-day': '13',
  'exitOn-month': '11',
  'exitOn-year': '2026',
  reason: 'fixed-term-contract',
  'foundFirst-day': '16',
  'foundFirst-month': '11',
  'foundFirst-year': '2026',
  'foundLast-day': '15',
  'foundLast-month': '5',
  'foundLast-year': '2027',
} as const
const CORRECTED = { ...TYPED, version: '1', changeReason: 'Date lue sur le courrier' }

async function scene(world: World) {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    const stay = await aStay(tx, made)
    const director = await aMemberIn(tx, made.organisation, made.unit, 'director', { name: 'Claude Martin' })
    return { ...made, stay, director }
  })
  const browser = await openBrowser(world, here.member.accountId)
  return { ...here, browser, personPath: `/personnes/${here.person.id}`, path: `/sejours/${here.stay.id}/sortie` }
}

databaseTest('a visitor signs in; another carrier, another role and a former member find no such page', async (world) => {
  const here = await scene(world)
  assert.equal((await (await openBrowser(world)).get(here.path)).status, 303)
  const refused = await world.load(async (tx) => [
    here.stranger,
    await aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'),
    await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { lastDay: '2026-11-20' }),
  ])
  for (const { accountId } of refused) {
    const browser = await openBrowser(world, accountId)
    for (const each of ['', '/enregistrer']) assert.equal((await browser.get(here.path + each)).status, 404, each)
    assert.equal((await browser.post(`${here.path}/enregistrer`, TYPED)).status, 404)
  }
  assert.equal((await world.look('select from exit')).length, 0)
})

databaseTest('from the person’s page to the exit: recorded, classed with why, shown on the person’s page', async (world) => {
  const here = await scene(world)
  const { browser } = here
  assert.match((await browser.get(here.personPath)).text, /Enregistrer la sortie/)
  const form = await browser.get(`${here.path}/enregistrer`)
  assert.match(form.body, /<optgroup label="Retrait des sorties constatées">/)
  const answer = await browser.post(`${here.path}/enregistrer`, TYPED)
  assert.equal(answer.location, here.path, answer.text)
  const before = world.statements.length
  const shown = await browser.get(here.path)
  const reads = world.statements.slice(before).filter((each) => /^\s*select/.test(each) && !/find_session|deployment_purpose/.test(each))
  assert.ok(reads.length <= 6, `${reads.length} statements:\n${reads.join('\n')}`)
  assert.match(shown.text, /Sortie 13 novembre 2026 Fin du contrat 13 novembre 2026 Fin du PASS IAE Aucun PASS IAE Motif CDD/)
  assert.match(shown.text, /Contrat ou mission trouvés du 16 novembre 2026 au 15 mai 2027 Classe Emploi durable/)
  assert.match(shown.text, /Il manque les heures du séjour/)
  assert.match(shown.text, /6 mois exactement : Emploi durable\./)
  assert.match((await browser.get(here.personPath)).text, /Sortie le 13 novembre 2026, motif : CDD Emploi durable Voir la sortie/)
  assert.equal((await browser.get(`${here.path}/enregistrer`)).location, here.path)
})

databaseTest('bad input gets a sentence at its box, everything stays as typed, and nothing is written', async (world) => {
  const here = await scene(world)
  const refused = async (more: object) => {
    const answer = await here.browser.post(`${here.path}/enregistrer`, { ...TYPED, ...more })
    assert.equal(answer.status, 422)
    assert.match(answer.body, /value="fixed-term-contract" selected|value="13"/)
    return answer.text
  }
  assert.match(await refused({ 'exitOn-day': '' }), /jour/)
  assert.match(await refused({ 'exitOn-day': '', 'exitOn-month': '', 'exitOn-year': '' }), /Saisissez le dernier jour dans la structure/)
  assert.match(await refused({ reason: 'withheld' }), /Choisissez le motif de la sortie/)
  assert.match(await refused({ reason: '' }), /Choisissez le motif de la sortie/)
  assert.match(await refused({ 'exitOn-month': '2', 'exitOn-day': '31' }), /n’existe pas/)
  assert.match(await refused({ 'exitOn-year': '2025' }), /La personne est entrée le 5 janvier 2026/)
  assert.match(await refused({ 'foundLast-year': '2025' }), /vient avant le premier/)
  assert.equal((await world.look('select from exit')).length, 0)
})

databaseTest('a health reason is shown to the referent only; others read that it is reserved, and its class', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aReferent(tx, { ...here, ...here.member }))
  await here.browser.post(`${here.path}/enregistrer`, { ...TYPED, reason: 'long-illness' })
  assert.match((await here.browser.get(here.path)).text, /Longue maladie/)
  const director = await openBrowser(world, here.director.accountId)
  for (const path of [here.path, here.personPath, `${here.path}/annuler`, '/sorties', '/sorties/taux', '/sorties/a-completer']) {
    const page = await director.get(path)
    assert.equal(page.status, 200, path)
    // The words stand in the list of reasons of a form, and nowhere else.
    assert.doesNotMatch(page.text, /Longue maladie/, path)
  }
  assert.match(
    (await director.get(here.path)).text,
    /Motif Réservé au référent Contrat ou mission trouvés du 16 novembre 2026 au 15 mai 2027 Classe Retrait des sorties constatées/,
  )
  const form = await director.get(`${here.path}/corriger`)
  assert.match(form.text, /Garder le motif, réservé au référent/)
  assert.doesNotMatch(form.body, /value="long-illness" selected/)
  const kept = await director.post(`${here.path}/corriger`, { ...CORRECTED, reason: '', 'exitOn-day': '12' })
  assert.equal(kept.status, 303, kept.text)
  assert.match((await here.browser.get(here.path)).text, /Longue maladie/)
  for (const edition of ['partenaires', 'referents'])
    assert.doesNotMatch((await director.get(`/sorties.csv?edition=${edition}`)).body, /Longue maladie/, edition)
  assert.doesNotMatch((await here.browser.get('/sorties.csv')).body, /Longue maladie/)
  assert.match((await here.browser.get('/sorties.csv?edition=referents')).body, /Longue maladie/)
})

databaseTest('correcting asks why and keeps the trace; a form read before is told, and keeps what was typed', async (world) => {
  const here = await scene(world)
  await here.browser.post(`${here.path}/enregistrer`, TYPED)
  const without = await here.browser.post(`${here.path}/corriger`, { ...CORRECTED, changeReason: ' ', 'exitOn-day': '12' })
  assert.equal(without.status, 422)
  assert.match(without.text, /Dites en quelques mots pourquoi/)
  assert.match((await here.browser.post(`${here.path}/corriger`, CORRECTED)).text, /Rien n’est différent/)
  assert.equal((await here.browser.post(`${here.path}/corriger`, { ...CORRECTED, 'exitOn-day': '12' })).location, here.path)
  const shown = await here.browser.get(here.path)
  assert.match(shown.text, /Sortie corrigée : 12 novembre 2026, motif : CDD Motif : Date lue sur le courrier/)
  assert.match(shown.text, /Sortie enregistrée : 13 novembre 2026, motif : CDD/)
  const stale = await here.browser.post(`${here.path}/corriger`, { ...CORRECTED, 'exitOn-day': '11' })
  assert.match(stale.text, /Quelqu’un a modifié cette fiche/)
  assert.match(stale.body, /Date lue sur le courrier/)
})

databaseTest('cancelling says what it does, then the stay goes on', async (world) => {
  const here = await scene(world)
  await here.browser.post(`${here.path}/enregistrer`, TYPED)
  assert.match((await here.browser.get(`${here.path}/annuler`)).text, /La sortie du 13 novembre 2026 \(motif : CDD\) ne compte plus/)
  const done = await here.browser.post(`${here.path}/annuler`, { version: '1', changeReason: 'La personne a repris' })
  assert.equal(done.location, here.personPath)
  assert.match((await here.browser.get(here.personPath)).text, /Enregistrer la sortie/)
  assert.match((await here.browser.get(`${here.path}/enregistrer`)).text, /Une sortie avait été enregistrée puis annulée/)
})

databaseTest('another structure of the IAE goes on: its name and its referent, nothing of the file', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aStayElsewhere(tx, here, null))
  const said = /La personne poursuit dans une SIAE : « Ailleurs »\. Aucun référent n’y est nommé/
  assert.match((await here.browser.get(`${here.path}/enregistrer`)).text, said)
  await here.browser.post(`${here.path}/enregistrer`, TYPED)
  assert.match((await here.browser.get(here.path)).text, said)
})
