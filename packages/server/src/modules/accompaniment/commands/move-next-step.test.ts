import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { anAct } from '../fixtures.ts'
import { moveNextStep } from './move-next-step.ts'

databaseTest('nobody from elsewhere moves it, nor a former member; its author does, not to the past, as often as needed', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const act = await anAct(tx, { ...made, by: made.member }, { nextStep: 'Entretien', nextOn: '2026-11-20', nextAt: '09:00' })
    return { ...made, act, outsiders: await theOutsiders(tx, made) }
  })
  const moved = { actId: here.act.id, on: '2026-12-01', at: '14 h 30' }
  for (const { accountId } of Object.values(here.outsiders))
    assert.notEqual((await doAs(world, accountId, moveNextStep, moved)).state, 'done')
  const move = (typed: object) => doAs(world, here.member.accountId, moveNextStep, { ...moved, ...typed })
  assert.deepEqual(refusalsIn(await move({ on: '2026-11-20' })), ['accompaniment/moved-to-the-past'])
  assert.deepEqual(refusalsIn(await move({ at: 'midi' })), ['accompaniment/no-such-hour'])
  assert.equal((await move({ on: TEST_DAY, at: '' })).state, 'done')
  assert.equal((await move({})).state, 'done')
  assert.deepEqual(await world.look('select due_on::text, due_at::text from next_step_waiting'), [
    { due_on: '2026-12-01', due_at: '14:30:00' },
  ])
  const browser = await openBrowser(world, here.member.accountId)
  assert.match((await browser.get(`/personnes/${here.personId}/actes`)).text, /Ensuite, le 1er décembre 2026 à 14 h 30/)
  assert.doesNotMatch((await browser.get('/ma-matinee')).text, /Entretien/)
  assert.match((await browser.get('/ma-matinee?quand=30-jours')).text, /01\/12\/2026 14 h 30 : Entretien/)
})
