import assert from 'node:assert/strict'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/database.ts'
import { doAs, refusalsIn, statementAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit } from '../fixtures.ts'
import { handOverFiles } from './hand-over-files.ts'

/** A counsellor who follows two people, a colleague of the same team, their director; a third is followed by another team. */
async function aTeam(tx: Tx) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const unit = await aUnit(tx, organisation)
  const absent = await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Lou Petit' })
  const colleague = await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Alix Sorel' })
  const director = await aMemberIn(tx, organisation, unit, 'director', { name: 'Dominique Faure' })
  const people = [await aPerson(tx, { organisation, unit }), await aPerson(tx, { organisation, unit, birthName: 'Abadie' })]
  for (const person of people) await aReferent(tx, { organisation, unit, person, ...absent })
  return { organisation, unit, absent, colleague, director, people }
}
type Team = Awaited<ReturnType<typeof aTeam>>

const handsOver = (
  world: World,
  { accountId }: { readonly accountId: string },
  { absent, colleague }: Team,
  typed: Partial<z.input<typeof handOverFiles.schema>> = {},
) =>
  doAs(world, accountId, handOverFiles, {
    fromId: absent.membershipId,
    toId: colleague.membershipId,
    how: 'absence',
    firstDay: '2026-11-21',
    lastDay: '2026-12-04',
    ...typed,
  })

const followed = async (world: World, { accountId }: { readonly accountId: string }) =>
  (
    await statementAs(
      world,
      accountId,
      `select from person_access where circle = 'referent' and account_id = '${accountId}'
    and starts_on <= current_setting('maillage.today')::date and ends_on >= current_setting('maillage.today')::date`,
    )
  ).length

databaseTest(
  'nobody takes over by themselves, nor decides of a departure but the direction; another organisation knows nobody here',
  async (world) => {
    const team = await world.load(aTeam)
    const stranger = await world.load(async (tx) => {
      const elsewhere = await anOrganisation(tx, { name: 'Ailleurs' })
      return aMemberIn(tx, elsewhere, await aUnit(tx, elsewhere), 'director')
    })
    assert.deepEqual(refusalsIn(await handsOver(world, team.colleague, team)), ['people/hand-over-not-yours'])
    assert.deepEqual(refusalsIn(await handsOver(world, team.absent, team, { how: 'departure' })), ['people/hand-over-not-yours'])
    assert.deepEqual(refusalsIn(await handsOver(world, stranger, team)), ['people/referent-unknown'])
    assert.equal((await world.look('select from referent where deputy')).length, 0)
  },
)

databaseTest('for an absence, the colleague stands in for everybody until the last day, which ends it by itself', async (world) => {
  const team = await world.load(aTeam)
  assert.equal((await handsOver(world, team.absent, team)).state, 'done')
  assert.equal(await followed(world, team.colleague), 2)
  assert.equal(await followed(world, team.absent), 2)
  assert.deepEqual(refusalsIn(await handsOver(world, team.director, team)), ['people/hand-over-nobody'])
  world.clock.set('2026-12-04T09:00:00Z')
  assert.equal(await followed(world, team.colleague), 2)
  world.clock.set('2026-12-05T09:00:00Z')
  assert.equal(await followed(world, team.colleague), 0)
  assert.deepEqual(
    await world.look("select subjects->>'to' as colleague from audit where command = 'people/hand-over-files' and outcome = 'done'"),
    [{ colleague: team.colleague.membershipId }],
  )
})

databaseTest(
  'for a departure, the colleague becomes the referent and who leaves is none any more: nobody is left without',
  async (world) => {
    const team = await world.load(aTeam)
    assert.equal((await handsOver(world, team.director, team, { how: 'departure', firstDay: '2026-12-01', lastDay: null })).state, 'done')
    assert.equal(await followed(world, team.colleague), 0)
    world.clock.set('2026-11-30T09:00:00Z')
    assert.equal(await followed(world, team.absent), 2)
    world.clock.set('2026-12-01T09:00:00Z')
    assert.equal(await followed(world, team.absent), 0)
    assert.equal(await followed(world, team.colleague), 2)
    assert.deepEqual(
      await world.look(
        "select count(*)::integer as referents from referent where not deputy and coalesce(last_day, '2999-12-31') >= '2026-12-01'",
      ),
      [{ referents: 2 }],
    )
  },
)

databaseTest('somebody of a team where the colleague does not work is left as they are, and said; who died is closed', async (world) => {
  const team = await world.load(async (tx) => {
    const made = await aTeam(tx)
    const other = await aUnit(tx, made.organisation, null, 'Équipe de Quillan')
    const person = await aPerson(tx, { organisation: made.organisation, unit: made.unit, birthName: 'Blanc' })
    await aReferent(tx, { organisation: made.organisation, unit: other, person, ...made.absent })
    return made
  })
  await world.look("update person set death_date = '2026-11-10' where id = $1", [team.people[0]?.id])
  const browser = await openBrowser(world, team.director.accountId)
  const typed = { fromId: team.absent.membershipId, toId: team.colleague.membershipId, how: 'absence' }
  const days = {
    'firstDay-day': '21',
    'firstDay-month': '11',
    'firstDay-year': '2026',
    'lastDay-day': '4',
    'lastDay-month': '12',
    'lastDay-year': '2026',
  }
  assert.equal((await browser.post('/relais', { ...typed, ...days })).location, '/ma-matinee')
  assert.match((await browser.get('/ma-matinee')).text, /1 personne est confiée à Alix Sorel 1 personne garde leur référent/)
  const again = await browser.post('/relais', { ...typed, ...days, 'lastDay-year': '2025' })
  assert.match(again.text, /Le dernier jour vient avant le premier/)
})
