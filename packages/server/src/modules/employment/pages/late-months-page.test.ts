import assert from 'node:assert/strict'
import { test } from 'node:test'
import { month } from '@maillage/kernel'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSiae } from '../../organisations/fixtures.ts'
import { aMonth, aTeamAtWork } from '../fixtures.ts'
import { lateMonthsInWords } from './late-months-page.tsx'

const PATH = '/heures/retards'

databaseTest('a structure and a former member do not find the page', async (world) => {
  const made = await world.load((tx) => aTeamAtWork(tx))
  for (const { accountId } of [made.director, made.counsellor, made.former])
    assert.equal((await (await openBrowser(world, accountId)).get(PATH)).status, 404)
})

databaseTest('the State reads which structures are late, for which months, and where to open them', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    for (const each of ['2026-07', '2026-08', '2026-10']) await aMonth(tx, team.siae, each, 'draft')
    await aSiae(tx, team.organisation, { name: 'Nouvelle', firstDay: '2026-09-15' })
    return team
  })
  const browser = await openBrowser(world, made.officer.accountId)
  await browser.get(PATH)
  const before = world.statements.length
  const page = await browser.get(PATH)
  assert.ok(world.statements.length - before <= 6)
  assert.match(page.text, /3 structures ont au moins un mois en retard/)
  assert.match(page.text, /Les Jardins du Lauragais ACI 12 mois, entre novembre 2025 et octobre 2026 10\/12\/2025/)
  assert.match(page.text, /Nouvelle ACI septembre 2026 et octobre 2026 10\/10\/2026/)
  assert.ok(page.body.includes(`href="/structures/${made.siae.id}"`))
  assert.match((await browser.get('/heures')).body, /href="\/heures\/retards"/)
  // A page that does not exist leads to the first.
  assert.equal((await browser.get(`${PATH}?page=9`)).location, PATH)
})

databaseTest('where no structure is late, it is said', async (world) => {
  const made = await world.load((tx) => aTeamAtWork(tx))
  const page = await (await openBrowser(world, made.officerElsewhere.accountId)).get(PATH)
  assert.match(page.text, /Aucune structure en retard/)
})

test('up to three months are named, and more are told by their ends', () => {
  assert.equal(lateMonthsInWords({ months: [month('2026-10')] }), 'octobre 2026')
  assert.equal(lateMonthsInWords({ months: ['2026-07', '2026-09', '2026-10'].map(month) }), 'juillet 2026, septembre 2026 et octobre 2026')
  assert.equal(
    lateMonthsInWords({ months: ['2025-12', '2026-01', '2026-07', '2026-10'].map(month) }),
    '4 mois, entre décembre 2025 et octobre 2026',
  )
})
