import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { anAct } from '../fixtures.ts'
import { dropNextStep } from './drop-next-step.ts'

databaseTest('a colleague who is no referent knows nothing of it; its author and a referent give it up, once', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    const planned = { nextStep: 'Appeler l’auto-école', nextOn: '2026-11-20' }
    const first = await anAct(tx, { ...made, by: made.member }, planned)
    return { ...made, referent, colleague, first, second: await anAct(tx, { ...made, by: made.member }, planned) }
  })
  const dropped = { actId: here.first.id, reason: 'not-come' } as const
  assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, dropNextStep, dropped)), ['platform/not-found'])
  assert.equal((await doAs(world, here.referent.accountId, dropNextStep, dropped)).state, 'done')
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, dropNextStep, dropped)), ['platform/not-found'])
  assert.equal((await doAs(world, here.member.accountId, dropNextStep, { ...dropped, actId: here.second.id })).state, 'done')
  assert.equal((await world.look("select from next_step_outcome where outcome = 'dropped' and reason = 'not-come'")).length, 2)
  const browser = await openBrowser(world, here.member.accountId)
  assert.match((await browser.get(`/personnes/${here.personId}/actes`)).text, /Appeler l’auto-école \(réglé\)/)
})

databaseTest('without saying why, the form comes back', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return { ...made, act: await anAct(tx, { ...made, by: made.member }, { nextStep: 'Rappeler' }) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  assert.match((await browser.post(`/actes/${here.act.id}/suite/abandonner`, {})).text, /Dites pourquoi/)
  assert.deepEqual(await world.look('select from next_step_outcome'), [])
})
