import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { day } from '@maillage/kernel'
import { contextOfNobody } from '../../platform/command/context.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aStaffPost } from '../employment/fixtures.ts'
import { anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import { aCountedSiae, someApplications } from './fixtures.ts'
import { markDirty } from './mark-dirty.ts'

const tell = (world: World, type: string, ids: Record<string, string>) =>
  world.database.transaction({ role: 'maillage_job', context: contextOfNobody(day('2026-11-21')) }, async (tx) => {
    const event = { id: randomUUIDv7(), type, version: 1, subjectId: 'x', ids, organisationId: null, territoryId: null }
    const handler = markDirty.find((each) => each.event === type)
    assert.ok(handler, type)
    await handler.handle({ tx, now: world.clock.now(), event })
    await handler.handle({ tx, now: world.clock.now(), event })
  })
const marked = async (world: World) =>
  (await world.look('select min(month)::text as first, max(month)::text as last, count(*)::integer as many from dirty_month')).map((row) =>
    Object.values(row),
  )
const idOf = async (world: World, text: string) => String((await world.look(text))[0]?.['id'])

databaseTest(
  'a month validated marks that month, an exit the months since the entry, an application the month it was sent; twice is once',
  async (world) => {
    await world.load(async (tx) => {
      await aSmallMap(tx)
      const siae = await aCountedSiae(tx, { exits: ['unemployed'] })
      await someApplications(tx, siae, [{ sentOn: '2026-08-12', hiredOn: '2026-09-02' }])
    })
    await tell(world, 'employment/month-validated', { sheetId: await idOf(world, "select id from month_sheet where month = '2026-03-01'") })
    assert.deepEqual(await marked(world), [['2026-03-01', '2026-03-01', 1]])
    await world.look('delete from dirty_month')
    await tell(world, 'exits/exit-corrected', { exitId: await idOf(world, 'select id from exit') })
    assert.deepEqual(await marked(world), [['2025-06-01', '2026-11-01', 18]])
    await world.look('delete from dirty_month')
    await tell(world, 'applications/moved', { application: await idOf(world, 'select id from application') })
    assert.deepEqual(await marked(world), [['2026-08-01', '2026-08-01', 1]])
    await world.look('delete from dirty_month')
    await tell(world, 'hiring/hire-moved', { hire: await idOf(world, 'select id from hire') })
    assert.deepEqual(await marked(world), [['2026-09-01', '2026-11-01', 3]])
    await world.look('delete from dirty_month')
    await tell(world, 'agreements/annex-amended', { annexId: await idOf(world, 'select id from financial_annex') })
    assert.deepEqual(await marked(world), [['2026-01-01', '2026-11-01', 11]])
  },
)

databaseTest('what no longer exists marks nothing', async (world) => {
  for (const { event } of markDirty) {
    const id = randomUUIDv7()
    await tell(world, event, {
      sheetId: id,
      exitId: id,
      hire: id,
      application: id,
      annexId: id,
      diagnosis: id,
      merge: id,
      stayId: id,
      postId: id,
    })
  }
  assert.deepEqual(await marked(world), [[null, null, 0]])
})

databaseTest('a permanent post opened or ended marks every month since its first day: the supervision is computed again', async (world) => {
  const post = await world.load(async (tx) => {
    await aSmallMap(tx)
    const siae = await aSiae(tx, await anOrganisation(tx))
    return aStaffPost(tx, siae, { firstDay: '2026-09-01', lastDay: '2026-09-30' })
  })
  for (const type of ['employment/staff-post-opened', 'employment/staff-post-ended']) {
    await world.look('delete from dirty_month')
    await tell(world, type, { postId: post.id })
    assert.deepEqual(await marked(world), [['2026-09-01', '2026-11-01', 3]])
  }
})
