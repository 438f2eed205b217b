import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aBarrier } from '../fixtures.ts'
import { setGoal } from './set-goal.ts'

const SAID = { words: 'Passer mon permis', stage: '' } as const

databaseTest('whoever does not follow the person sets no goal; nobody answers a barrier that they do not read', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    const health = await aBarrier(tx, { ...made, by: referent }, { area: 'health' })
    return { ...made, referent, health, outsiders: await theOutsiders(tx, made) }
  })
  const asked = { personId: here.personId, barrierId: '', ...SAID }
  assert.deepEqual(refusalsIn(await doAs(world, here.outsiders.stranger.accountId, setGoal, asked)), ['platform/not-found'])
  const answering = { ...asked, barrierId: here.health.id }
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, setGoal, answering)), ['platform/not-found'])
  assert.equal((await doAs(world, here.referent.accountId, setGoal, answering)).state, 'done')
  assert.equal((await doAs(world, here.member.accountId, setGoal, asked)).state, 'done')
  const stored = await world.look('select sensitivity, words from goal_version order by sensitivity')
  assert.deepEqual(
    stored.map(({ sensitivity }) => sensitivity),
    ['health', 'ordinary'],
  )
  assert.doesNotMatch(String(stored[0]?.['words']), /permis/)
  assert.equal(stored[1]?.['words'], 'Passer mon permis')
})
