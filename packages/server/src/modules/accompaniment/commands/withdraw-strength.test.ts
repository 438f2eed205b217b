import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aStrength } from '../fixtures.ts'
import { withdrawStrength } from './withdraw-strength.ts'

databaseTest('a colleague who is no referent neither reads nor withdraws a strength; its author does both', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    return { ...made, colleague, strength: await aStrength(tx, { ...made, by: made.member }) }
  })
  const asked = { strengthId: here.strength.id }
  assert.deepEqual(refusalsIn(await doAs(world, here.colleague.accountId, withdrawStrength, asked)), ['platform/not-found'])
  const page = `/personnes/${here.personId}/accompagnement`
  assert.doesNotMatch((await (await openBrowser(world, here.colleague.accountId)).get(page)).text, /Sait lire un plan/)
  const browser = await openBrowser(world, here.member.accountId)
  assert.match((await browser.get(page)).text, /Sait lire un plan/)
  assert.equal((await browser.post(`/forces/${here.strength.id}/retirer`, {})).location, page)
  assert.doesNotMatch((await browser.get(page)).text, /Sait lire un plan/)
  assert.match((await browser.get(`${page}?au-day=20&au-month=11&au-year=2026`)).text, /Sait lire un plan/)
  assert.equal((await browser.post(`/forces/${here.strength.id}/retirer`, {})).status, 404)
})
