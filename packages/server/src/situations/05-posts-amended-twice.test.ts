// « ETP amended twice (A1 in May from 1 March, A2 in September): FTE = Σ posts × months per segment; re-adjustment lists old/new per month; the last
// validated statement stays readable. » FIELD §7.5
import assert from 'node:assert/strict'
import { isoMonth, month } from '@maillage/kernel'
import { anAnnex } from '../modules/agreements/fixtures.ts'
import { aMonth, aTeamAtWork } from '../modules/employment/fixtures.ts'
import { deliver, tell } from '../modules/financing/fixtures.ts'
import { statementsOf } from '../modules/financing/queries/statements-of.ts'
import { readAs } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const date = (name: string, day: string, month: string) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: '2025' })

/** Ten posts over 2025; three full-time equivalents of hours in each of the first four months: twelve, where ten were opened. */
async function aYear(world: World) {
  const team = await world.load(async (tx) => {
    const made = await aTeamAtWork(tx)
    for (const each of ['2025-01', '2025-02', '2025-03', '2025-04']) await aMonth(tx, made.siae, each, 'sent', [{ counted: 546_000 }])
    return { ...made, annex: await anAnnex(tx, made.siae) }
  })
  await tell(world, 'employment/month-validated', team.siae)
  const officer = await openBrowser(world, team.officer.accountId)
  const amend = async (signed: readonly [string, string], effect: readonly [string, string], posts: string) => {
    world.clock.set(world.clock.now().add({ seconds: 60 }).toString())
    const answer = await officer.post(`/conventions/${team.siae.id}/annexes/${team.annex.id}/postes`, {
      posts,
      ...date('signedOn', ...signed),
      ...date('effectOn', ...effect),
    })
    assert.equal(answer.location, `/conventions/${team.siae.id}`, answer.text)
    await deliver(world)
  }
  return { ...team, browser: officer, amend, path: `/structures/${team.siae.id}/aide-au-poste?annee=2025` }
}

databaseTest('A1 in May from 1 March, A2 in September: the sum of posts × months, as it was known on each day', async (world) => {
  const { siae, browser, amend } = await aYear(world)
  await amend(['12', '5'], ['1', '3'], '12')
  await amend(['20', '9'], ['1', '9'], '9')
  const opened = async (known: readonly [string, string] | null) => {
    const [day, of] = known ?? []
    const page = await browser.get(`/conventions/${siae.id}${known ? `?connu-day=${day}&connu-month=${of}&connu-year=2025` : ''}`)
    return /ETP ouverts ([\d,]+) ETP/.exec(page.text)?.[1]
  }
  assert.equal(await opened(['11', '5']), '10,00')
  // 10 × 2 + 12 × 10, then 10 × 2 + 12 × 6 + 9 × 4, over twelve.
  assert.equal(await opened(['12', '5']), '11,67')
  assert.equal(await opened(['20', '9']), '10,67')
  assert.equal(await opened(null), '10,67')
})

databaseTest('each amendment lists the old and the new of the months it moves, and only them', async (world) => {
  const { director, amend, path } = await aYear(world)
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(path)).text, /Aucun changement/)
  await amend(['12', '5'], ['1', '3'], '12')
  const first = (await browser.get(path)).text
  assert.match(first, /avril 2025 21\/11\/2026 23 921,00 € 63 789,33 € 39 868,33 € Avenant à l’annexe/)
  assert.match(first, /1 changement\b/)
  await amend(['20', '9'], ['1', '9'], '9')
  const second = (await browser.get(path)).text
  assert.match(second, /avril 2025 21\/11\/2026 63 789,33 € 39 868,33 € −23 921,00 € Avenant à l’annexe/)
  assert.match(second, /2 changements/)
})

databaseTest('what was said before each amendment stays readable, for the structure and for the State', async (world) => {
  const { siae, director, officer, amend } = await aYear(world)
  await amend(['12', '5'], ['1', '3'], '12')
  await amend(['20', '9'], ['1', '9'], '9')
  for (const { accountId } of [director, officer]) {
    const said = await readAs(world, accountId, (ctx) =>
      statementsOf(ctx, { siaeId: siae.id, first: month('2025-01'), last: month('2025-12') }),
    )
    assert.deepEqual(
      said.map((each) => [isoMonth(each.month), each.amount, each.supersededOn === null]),
      [
        ['2025-01', 7_176_300, true],
        ['2025-02', 7_176_300, true],
        ['2025-03', 7_176_300, true],
        ['2025-04', 2_392_100, false],
        ['2025-04', 6_378_933, false],
        ['2025-04', 3_986_833, true],
      ],
    )
  }
  assert.equal((await world.look('select from calculation')).length, 6)
})
