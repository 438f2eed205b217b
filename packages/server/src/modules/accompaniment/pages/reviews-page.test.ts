import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aReview } from '../fixtures.ts'

databaseTest('two reviews are compared as a picture and its table; one alone is not', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReview(tx, { ...made, by: made.member }, { heldOn: '2026-03-02' })
    return made
  })
  const page = `/personnes/${here.personId}/bilans`
  const browser = await openBrowser(world, here.member.accountId)
  assert.doesNotMatch((await browser.get(page)).body, /<svg role="graphics-document"/)
  await world.load((tx) =>
    aReview(
      tx,
      { ...here, by: here.member },
      { moment: 'during', heldOn: '2026-11-03', answers: { mobility: { level: 'good', words: null } } },
    ),
  )
  const { body, text } = await browser.get(page)
  assert.match(body, /<svg role="graphics-document"/)
  assert.match(text, /C’est fragile\s+Ça va bien\s+Va mieux/)
  assert.match(
    (await browser.get(`/personnes/${here.personId}/accompagnement`)).text,
    /Bilan en cours de parcours du 3 novembre 2026, après 1 autre/,
  )
})
