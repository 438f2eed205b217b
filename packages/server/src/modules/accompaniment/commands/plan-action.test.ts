import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, anAdviserOf, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aBarrier, aGoal } from '../fixtures.ts'
import { planAction } from './plan-action.ts'

const SAID = { goalId: '', words: 'S’inscrire au code', doer: 'person', dueOn: '2026-12-01', shared: false } as const

databaseTest('whoever does not follow the person plans nothing, nor who supervises or pays them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const supervisor = await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor')
    return { ...made, supervisor, outsiders: await theOutsiders(tx, made) }
  })
  const asked = { personId: here.personId, ...SAID }
  const { stranger, former } = here.outsiders
  for (const { accountId } of [stranger, former]) assert.notEqual((await doAs(world, accountId, planAction, asked)).state, 'done')
  assert.deepEqual(refusalsIn(await doAs(world, here.supervisor.accountId, planAction, asked)), ['accompaniment/not-yours'])
  assert.deepEqual(await world.look('select from pathway_action'), [])
})

databaseTest(
  'shared on purpose, an action is read by another team that follows the person, without who wrote it; kept, it is not',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      return { ...made, adviser: (await anAdviserOf(tx, made.person)).member }
    })
    const plans = (words: string, shared: boolean) =>
      doAs(world, here.member.accountId, planAction, { personId: here.personId, ...SAID, words, shared })
    assert.equal((await plans('Prendre rendez-vous à l’auto-école', true)).state, 'done')
    assert.equal((await plans('Refaire le budget du mois', false)).state, 'done')
    const elsewhere = (await (await openBrowser(world, here.adviser.accountId)).get(`/personnes/${here.personId}/accompagnement`)).text
    assert.match(elsewhere, /Actions partagées.*auto-école/s)
    assert.doesNotMatch(elsewhere, /budget/)
    assert.doesNotMatch(elsewhere.slice(elsewhere.indexOf('Actions partagées')), /Camille|Au fil de l’Aude/)
    const mine = (await (await openBrowser(world, here.member.accountId)).get(`/personnes/${here.personId}/accompagnement`)).text
    assert.match(mine, /budget/)
    assert.doesNotMatch(mine, /Actions partagées/)
  },
)

databaseTest('an action that answers health is sealed with its goal, and is never shared', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...made, ...made.member })
    const barrier = await aBarrier(tx, { ...made, by: made.member }, { area: 'health' })
    return { ...made, goal: await aGoal(tx, { ...made, by: made.member }, { barrier, sensitivity: 'health' }) }
  })
  const plans = (shared: boolean) =>
    doAs(world, here.member.accountId, planAction, {
      personId: here.personId,
      ...SAID,
      goalId: here.goal.id,
      words: 'Voir le médecin',
      shared,
    })
  assert.deepEqual(refusalsIn(await plans(true)), ['accompaniment/too-personal-to-share'])
  assert.equal((await plans(false)).state, 'done')
  const [stored] = await world.look('select sensitivity, words from pathway_action_version')
  assert.equal(stored?.['sensitivity'], 'health')
  assert.doesNotMatch(String(stored?.['words']), /médecin/)
  assert.match(
    (await (await openBrowser(world, here.member.accountId)).get(`/personnes/${here.personId}/accompagnement`)).text,
    /Voir le médecin/,
  )
})
