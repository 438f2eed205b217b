import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anAct, anAction } from '../fixtures.ts'
import { recordAct } from './record-act.ts'
import { updateAction } from './update-action.ts'

const updates = (world: World, accountId: string, actionId: string, more: Partial<z.input<typeof updateAction.schema>> = {}) =>
  doAs(world, accountId, updateAction, {
    actionId,
    version: 1,
    words: 'S’inscrire au code',
    doer: 'person',
    dueOn: '2026-12-01',
    shared: true,
    state: 'done',
    reason: '',
    ...more,
  })

async function anActionShared(world: World) {
  return world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    const adviser = (await anAdviserOf(tx, made.person)).member
    return { ...made, colleague, adviser, action: await anAction(tx, { ...made, by: made.member }, { shared: 'S’inscrire au code' }) }
  })
}

databaseTest(
  'who reads an action as a shared step only does not change it; dropped without why, or over another version, nothing is written',
  async (world) => {
    const { member, colleague, adviser, action } = await anActionShared(world)
    for (const { accountId } of [colleague, adviser])
      assert.deepEqual(refusalsIn(await updates(world, accountId, action.id)), ['platform/not-found'])
    assert.deepEqual(refusalsIn(await updates(world, member.accountId, action.id, { state: 'dropped' })), ['accompaniment/why-dropped'])
    assert.deepEqual(refusalsIn(await updates(world, member.accountId, action.id, { version: 2 })), ['platform/stale'])
    assert.equal((await world.look('select from pathway_action_version')).length, 1)
  },
)

databaseTest('done, the step that others read is done too; no longer shared, they read it no more', async (world) => {
  const { member, adviser, personId, action } = await anActionShared(world)
  const page = `/personnes/${personId}/accompagnement`
  const browser = await openBrowser(world, adviser.accountId)
  assert.match((await browser.get(page)).text, /S’inscrire au code.*À faire/s)
  assert.equal((await updates(world, member.accountId, action.id)).state, 'done')
  assert.match((await browser.get(page)).text, /S’inscrire au code.*Faite/s)
  assert.deepEqual(await world.look('select closed_on::text from pathway_action_version where superseded_at is null'), [
    { closed_on: '2026-11-21' },
  ])
  assert.equal((await updates(world, member.accountId, action.id, { version: 2, shared: false })).state, 'done')
  assert.doesNotMatch((await browser.get(page)).text, /S’inscrire au code/)
})

databaseTest('an act says which action it advances, of the same person only', async (world) => {
  const { member, personId, action, other } = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await anAct(tx, { ...made, by: made.member })
    const action = await anAction(tx, { ...made, by: made.member })
    return { ...made, action, other: await aCounsellorWithAPerson(tx, { map: false }) }
  })
  const said = {
    kind: 'call',
    mission: 'support',
    happenedOn: '2026-11-20',
    minutes: '',
    purpose: 'Auto-école',
    nextStep: '',
    actionId: action.id,
  } as const
  assert.deepEqual(refusalsIn(await doAs(world, other.member.accountId, recordAct, { personId: other.personId, ...said })), [
    'accompaniment/no-such-action',
  ])
  assert.equal((await doAs(world, member.accountId, recordAct, { personId, ...said })).state, 'done')
  assert.match((await (await openBrowser(world, member.accountId)).get(`/personnes/${personId}/accompagnement`)).text, /1 acte/)
})
