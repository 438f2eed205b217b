import assert from 'node:assert/strict'
import { day, monthOf } from '@maillage/kernel'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aBarrier, anAct, anAction } from '../fixtures.ts'
import { accompaniedInMonth } from './accompanied-in-month.ts'

const NOVEMBER = monthOf(day('2026-11-01'))
const NOTHING = { barriers: [], acts: [], themes: [], steps: [], partners: [] }

databaseTest('a month tells its own acts, what held the person back then, and nothing of what comes after', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...made, ...made.member })
    const of = { ...made, by: made.member }
    await anAct(tx, of, { happenedOn: '2026-11-03' })
    await anAct(tx, of, { happenedOn: '2026-11-30' })
    await anAct(tx, of, { happenedOn: '2026-10-31' })
    await anAct(tx, of, { happenedOn: '2026-12-01' })
    await aBarrier(tx, of, { area: 'housing' })
    await aBarrier(tx, of, { area: 'health' })
    await aBarrier(tx, of, { area: 'mobility', state: 'lifted', recordedAt: '2026-10-30T09:00:00Z' })
    await aBarrier(tx, of, { area: 'money', state: 'lifted', recordedAt: '2026-11-02T09:00:00Z' })
    await anAction(tx, of, { words: 'S’inscrire au code' })
    await anAction(tx, of, { words: 'Voir le médecin', sensitivity: 'health' })
    return made
  })
  const told = (month: number) =>
    readAs(world, here.member.accountId, (ctx) => accompaniedInMonth(ctx, { people: [here.personId], month: month as typeof NOVEMBER }))
  const november = (await told(NOVEMBER)).get(here.personId)
  assert.deepEqual(november?.acts, [{ kind: 'interview', count: 2 }])
  assert.deepEqual([...(november?.barriers ?? [])].sort(), ['health', 'housing', 'money'])
  assert.deepEqual(november?.steps, [{ words: 'S’inscrire au code', byPartner: false }])
  assert.deepEqual((await told(NOVEMBER - 1)).get(here.personId)?.acts, [{ kind: 'interview', count: 1 }])
})

databaseTest('a colleague who is no referent is told nothing', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const of = { ...made, by: made.member }
    await anAct(tx, of)
    await aBarrier(tx, of, { area: 'housing' })
    await anAction(tx, of)
    return { ...made, colleague: await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' }) }
  })
  const told = await readAs(world, here.colleague.accountId, (ctx) => accompaniedInMonth(ctx, { people: [here.personId], month: NOVEMBER }))
  assert.deepEqual([...told.values()], [NOTHING])
})
