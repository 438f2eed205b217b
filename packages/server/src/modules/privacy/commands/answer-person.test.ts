import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn, givesAccess, twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aPersonRequest, openSpace } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const met = await twoWhoMeet(tx)
    await givesAccess(tx, met.person, met.askingUnit, { source: 'attached' })
    const request = await aPersonRequest(tx, { person: met.person, organisation: met.holding }, { said: 'Une copie, s’il vous plaît.' })
    return { ...met, request, payroll: await aMemberIn(tx, met.holding, met.holdingUnit, 'payroll_officer', { name: 'Maxime Vidal' }) }
  })

databaseTest('another organisation that follows the same person, and a role that keeps no file, find no such request', async (world) => {
  const { asker, payroll, request } = await scene(world)
  const form = { outcome: 'done', answer: 'Remis.' }
  const path = `/demandes-des-personnes/${request.id}`
  await isClosedTo(world, { 'the other organisation': asker.accountId, payroll: payroll.accountId }, { path, form })
  assert.doesNotMatch((await (await openBrowser(world, asker.accountId)).get('/demandes-des-personnes')).text, /BENALI/)
})

databaseTest('the answer is read by the person in their space, and is given once', async (world) => {
  const { holder, person, request } = await scene(world)
  const browser = await openBrowser(world, holder.accountId)
  assert.match((await browser.get('/demandes-des-personnes')).text, /Nadia BENALI .* 10 novembre 2026 10 décembre 2026 En attente/)
  const answer = (fields: Readonly<Record<string, string>>) => browser.post(`/demandes-des-personnes/${request.id}`, fields)
  assert.match((await answer({ outcome: 'refused', answer: '' })).text, /pourquoi vous refusez/)
  assert.equal((await answer({ outcome: 'done', answer: 'Copie remise en main propre.' })).status, 303)
  assert.match((await answer({ outcome: 'refused', answer: 'Non.' })).text, /a déjà sa réponse/)
  const told = (await (await openSpace(world, person)).get('/mon-espace/demandes')).text
  assert.match(told, /Faite, le 21 novembre 2026 Réponse Copie remise en main propre/)
})

databaseTest('the day after the month, a request without answer is late; on the last day it is not', async (world) => {
  const { holder } = await scene(world)
  for (const [day, late] of [
    ['2026-12-10', false],
    ['2026-12-11', true],
  ] as const) {
    world.clock.set(`${day}T09:00:00Z`)
    const { text } = await (await openBrowser(world, holder.accountId)).get('/demandes-des-personnes')
    assert.equal(/En retard/.test(text), late, day)
  }
})
