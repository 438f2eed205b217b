import assert from 'node:assert/strict'
import { day, isoMonth } from '@maillage/kernel'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSiae } from '../../organisations/fixtures.ts'
import { aMonth, aTeamAtWork } from '../fixtures.ts'
import { lateStructures } from './late-structures.ts'

const YEAR = [
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
]

/** A structure whose last twelve months are sent, but those that are said otherwise. */
async function upToDate(tx: Parameters<typeof aMonth>[0], siae: Parameters<typeof aMonth>[1], except: readonly string[] = []) {
  for (const month of YEAR) if (!except.includes(month)) await aMonth(tx, siae, month, 'sent', [{ counted: 1_000 }])
}

const late = async (world: World, accountId: string) =>
  (await readAs(world, accountId, lateStructures)).map(({ siaeName, months, dueOn }) => [siaeName, months.map(isoMonth), dueOn])

databaseTest('a structure, a former member and the State elsewhere are told of no delay', async (world) => {
  const made = await world.load((tx) => aTeamAtWork(tx))
  const before = world.statements.length
  for (const { accountId } of [made.director, made.counsellor, made.stranger, made.former])
    assert.deepEqual(await late(world, accountId), [])
  assert.ok(!world.statements.slice(before).some((text) => text.includes('unnest')))
  assert.deepEqual(await late(world, made.officerElsewhere.accountId), [])
})

databaseTest('a month is late the day after the tenth of the next one, and no longer once it is validated', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await upToDate(tx, team.siae, ['2026-10'])
    await upToDate(tx, team.otherSiae)
    return team
  })
  world.clock.set('2026-11-10T12:00:00Z')
  assert.deepEqual(await late(world, made.officer.accountId), [])
  world.clock.set('2026-11-11T12:00:00Z')
  assert.deepEqual(await late(world, made.officer.accountId), [['Les Jardins du Lauragais', ['2026-10'], day('2026-11-10')]])
  await world.load((tx) => aMonth(tx, made.siae, '2026-10', 'validated', [{ counted: 1_000 }]))
  assert.deepEqual(await late(world, made.officer.accountId), [])
})

databaseTest(
  'a draft and a month opened again are late like one of which nothing is known; the longest wait comes first',
  async (world) => {
    const made = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      await upToDate(tx, team.siae, ['2026-08', '2026-10'])
      await aMonth(tx, team.siae, '2026-08', 'reopened', [{ counted: 1_000 }])
      await aMonth(tx, team.siae, '2026-10', 'draft')
      await upToDate(tx, team.otherSiae, ['2026-07'])
      return team
    })
    assert.deepEqual(await late(world, made.officer.accountId), [
      ['Ailleurs', ['2026-07'], day('2026-08-10')],
      ['Les Jardins du Lauragais', ['2026-08', '2026-10'], day('2026-09-10')],
    ])
  },
)

databaseTest('nothing is expected of a structure before it opens, nor after it closes', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await upToDate(tx, team.siae)
    await upToDate(tx, team.otherSiae)
    await aSiae(tx, team.organisation, { name: 'Nouvelle', firstDay: '2026-09-15' })
    await aSiae(tx, team.organisation, { name: 'Fermée', firstDay: '2020-01-01', lastDay: '2025-12-01' })
    return team
  })
  assert.deepEqual(await late(world, made.officer.accountId), [
    ['Fermée', ['2025-11', '2025-12'], day('2025-12-10')],
    ['Nouvelle', ['2026-09', '2026-10'], day('2026-10-10')],
  ])
})
