import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aGoal } from '../fixtures.ts'
import { updateGoal } from './update-goal.ts'

databaseTest(
  'a colleague who is no referent does not know of the goal; its author drops it with why, and what was known is read again',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
      return { ...made, colleague, goal: await aGoal(tx, { ...made, by: made.member }) }
    })
    const updates = (accountId: string, more: Partial<z.input<typeof updateGoal.schema>> = {}) =>
      doAs(world, accountId, updateGoal, {
        goalId: here.goal.id,
        version: 1,
        words: 'Passer mon permis',
        stage: 'skills',
        state: 'dropped',
        reason: 'Trop cher cette année',
        ...more,
      })
    assert.deepEqual(refusalsIn(await updates(here.colleague.accountId)), ['platform/not-found'])
    assert.deepEqual(refusalsIn(await updates(here.member.accountId, { reason: '' })), ['accompaniment/why-dropped'])
    assert.equal((await updates(here.member.accountId)).state, 'done')
    assert.deepEqual(refusalsIn(await updates(here.member.accountId)), ['platform/stale'])
    const browser = await openBrowser(world, here.member.accountId)
    const page = `/personnes/${here.personId}/accompagnement`
    assert.match((await browser.get(page)).text, /Passer mon permis.*Abandonné.*Trop cher/s)
    assert.match((await browser.get(`${page}?au-day=20&au-month=11&au-year=2026`)).text, /Passer mon permis.*En cours/s)
  },
)
