import assert from 'node:assert/strict'
import { databaseTest } from '../../platform/testing/database-test.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../eligibility/fixtures.ts'
import { aPerson } from '../people/fixtures.ts'
import { anAct } from './fixtures.ts'

const DAY = { 'happenedOn-day': '20', 'happenedOn-month': '11', 'happenedOn-year': '2026' }
const SAID = { kind: 'call', mission: 'support', purpose: 'Auto-école jointe', minutes: '', nextStep: '', ...DAY }

databaseTest('noted as what was to come, an act settles it; taken back, what was to come comes back', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return { ...made, act: await anAct(tx, { ...made, by: made.member }, { nextStep: 'Appeler l’auto-école', nextOn: '2026-11-20' }) }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const path = `/personnes/${here.personId}/actes/ajouter`
  assert.match((await browser.get(`${path}?suite=${here.act.id}`)).text, /Ce qui était prévu : Appeler l’auto-école, le 20 novembre 2026/)
  const again = await browser.post(path, { ...SAID, purpose: '', followsId: here.act.id })
  assert.match(again.body, new RegExp(`name="followsId" value="${here.act.id}"`))
  assert.equal((await browser.post(path, { ...SAID, followsId: here.act.id })).status, 303)
  assert.deepEqual(await world.look('select outcome, rank from next_step_outcome'), [{ outcome: 'followed', rank: 1 }])
  assert.doesNotMatch((await browser.get('/ma-matinee')).text, /auto-école/)
  await world.look("update accompaniment_act set cancelled_at = now(), cancelled_by = recorded_by where purpose = 'Auto-école jointe'")
  assert.match((await browser.get('/ma-matinee')).text, /Appeler l’auto-école/)
})

databaseTest('an act of somebody else settles nothing, and is noted all the same', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const other = await aPerson(tx, { ...made, birthName: 'Abadie' })
    return {
      ...made,
      other,
      act: await anAct(tx, { ...made, by: made.member }, { nextStep: 'Appeler l’auto-école', nextOn: '2026-11-20' }),
    }
  })
  const browser = await openBrowser(world, here.member.accountId)
  const path = `/personnes/${here.other.id}/actes/ajouter`
  assert.doesNotMatch((await browser.get(`${path}?suite=${here.act.id}`)).text, /Ce qui était prévu/)
  assert.equal((await browser.post(path, { ...SAID, followsId: here.act.id })).status, 303)
  assert.deepEqual(await world.look('select from next_step_outcome'), [])
})
