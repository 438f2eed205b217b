import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aMessage, aSiteAtWork } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const { person } = made.ana
    await aReferent(tx, { ...made, person, ...made.counsellor })
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Roux' })
    const message = await aMessage(tx, { ...made, person, by: made.supervisor })
    return { ...made, person, colleague, message, path: `/personnes/${person.id}/mots` }
  })

databaseTest('who is no referent, pays, directs, works elsewhere or left finds no word', async (world) => {
  const here = await scene(world)
  for (const who of [here.colleague, here.payroll, here.director, here.stranger, here.former, here.officer]) {
    const browser = await openBrowser(world, who.accountId)
    for (const path of [here.path, `/mots/${here.message.id}`, `/mots/${here.message.id}/retirer`])
      assert.equal((await browser.get(path)).status, 404, path)
  }
  const supervisor = await openBrowser(world, here.supervisor.accountId)
  assert.equal((await supervisor.get(`/mots/${here.message.id}`)).status, 404, 'its author answers nothing')
  const counsellor = await openBrowser(world, here.counsellor.accountId)
  assert.equal((await counsellor.post(here.path, { words: 'Mot' })).status, 404)
})

databaseTest('the supervisor is told who will read, what not to write, keeps what is typed, sends, and takes back', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.supervisor.accountId)
  assert.match((await browser.get('/equipe-du-jour')).body, new RegExp(`href="${here.path}"`))
  const page = await browser.get(here.path)
  assert.match(page.text, /Pour Camille Roux , qui le trouve dans sa matinée/)
  assert.match(page.text, /Ni maladie, ni peine/)
  assert.match(page.text, /Pas encore lu · Retirer/)
  const long = await browser.post(here.path, { words: 'é'.repeat(301) })
  assert.equal(long.status, 422)
  assert.match(long.body, /é{301}/)
  assert.equal((await browser.post(here.path, { words: 'A demandé une avance' })).location, here.path)
  assert.match((await browser.get(here.path)).text, /A demandé une avance Pas encore lu/)
  assert.match((await browser.get(`/mots/${here.message.id}/retirer`)).text, /Personne ne l’a lu/)
  assert.equal((await browser.post(`/mots/${here.message.id}/retirer`, {})).location, here.path)
  assert.doesNotMatch((await browser.get(here.path)).text, /permis/)
})

databaseTest('without any referent in the structure, the supervisor is told that the word will wait', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  const page = await (await openBrowser(world, here.supervisor.accountId)).get(`/personnes/${here.bea.person.id}/mots`)
  assert.match(page.text, /Personne n’est référent de Ana GARCIA dans votre structure aujourd’hui/)
})

databaseTest('the referent reads it on the page of the person, answers, and its author reads the answer', async (world) => {
  const here = await scene(world)
  const counsellor = await openBrowser(world, here.counsellor.accountId)
  assert.match(
    (await counsellor.get(`/personnes/${here.person.id}`)).text,
    /À lire : mot de Maxime Vidal, le 20 novembre 2026 A demandé comment passer le permis/,
  )
  const answered = await counsellor.post(`/mots/${here.message.id}`, { answer: 'Rendez-vous mardi' })
  assert.equal(answered.location, here.path)
  assert.match((await counsellor.get(here.path)).text, /20\/11\/2026, Maxime Vidal .* Lu le 21\/11\/2026 par .* « Rendez-vous mardi »/)
  assert.doesNotMatch((await counsellor.get(`/personnes/${here.person.id}`)).text, /À lire/)
  assert.match((await counsellor.get(`/mots/${here.message.id}`)).text, /Lu le 21\/11\/2026/)
  const supervisor = await openBrowser(world, here.supervisor.accountId)
  assert.match((await supervisor.get(here.path)).text, /« Rendez-vous mardi »/)
  assert.match((await supervisor.get('/equipe-du-jour')).text, /Réponse de la CIP/)
  assert.equal((await supervisor.get(`/mots/${here.message.id}/retirer`)).status, 404)
})
