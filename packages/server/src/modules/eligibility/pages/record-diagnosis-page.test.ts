import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../fixtures.ts'

const scene = (world: World) => world.load((tx) => aCounsellorWithAPerson(tx))
const date = (name: string, day: string, month: string) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: '2026' })

databaseTest('a visitor and whoever does not hold the person find no such page, nor the technical supervisor', async (world) => {
  const here = await scene(world)
  const outsiders = await world.load(async (tx) => ({
    ...(await theOutsiders(tx, here)),
    supervisor: await aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'),
  }))
  const accounts = Object.fromEntries(Object.entries(outsiders).map(([who, { accountId }]) => [who, accountId]))
  const path = `/personnes/${here.personId}/eligibilite/ajouter`
  await isClosedTo(world, accounts, { path, form: { step: 'record', author: here.siae.id, ...date('madeOn', '21', '11') } })
})

databaseTest('the form groups the eighteen criteria by level and asks for each proof', async (world) => {
  const here = await scene(world)
  const { text, body } = await (await openBrowser(world, here.member.accountId)).get(`/personnes/${here.personId}/eligibilite/ajouter`)
  assert.match(text, /Critères de niveau 1 .*Bénéficiaire du RSA.*Critères de niveau 2/)
  assert.equal(body.match(/name="criteria"/g)?.length, 18)
})

databaseTest('the answer is shown before anything is recorded, with what is missing', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const typed = { author: here.siae.id, ...date('madeOn', '21', '11'), criteria: 'RSA' }
  const path = `/personnes/${here.personId}/eligibilite/ajouter`
  const lacking = await browser.post(path, { ...typed, step: 'preview' })
  assert.match(lacking.text, /Il manque des éléments pour répondre/)
  assert.match(lacking.text, /le justificatif et sa date/)
  const proven = await browser.post(path, { ...typed, ...date('proof-RSA', '2', '11'), step: 'preview' })
  assert.match(proven.text, /La personne est éligible/)
  assert.match(proven.text, /Enregistrer ce diagnostic/)
  assert.equal((await world.look('select from diagnosis')).length, 0)
  const recorded = await browser.post(path, { ...typed, ...date('proof-RSA', '2', '11'), step: 'record' })
  assert.equal(recorded.location, `/personnes/${here.personId}`)
  assert.equal((await world.look("select from diagnosis where verdict = 'granted'")).length, 1)
})

databaseTest('an impossible date of proof comes back at its box, the rest as typed', async (world) => {
  const here = await scene(world)
  const typed = { author: here.siae.id, ...date('madeOn', '21', '11'), criteria: 'RSA', ...date('proof-RSA', '31', '2'), step: 'record' }
  const answer = await (await openBrowser(world, here.member.accountId)).post(`/personnes/${here.personId}/eligibilite/ajouter`, typed)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /n’existe pas dans le calendrier/)
  assert.match(answer.body, /href="#proof-RSA-day"/)
})

databaseTest('a day before the texts is told, not a fault', async (world) => {
  const here = await scene(world)
  const typed = { author: here.siae.id, 'madeOn-day': '1', 'madeOn-month': '3', 'madeOn-year': '2019', criteria: 'RSA', step: 'preview' }
  const answer = await (await openBrowser(world, here.member.accountId)).post(`/personnes/${here.personId}/eligibilite/ajouter`, typed)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Aucun texte connu ne couvre ce jour/)
})
