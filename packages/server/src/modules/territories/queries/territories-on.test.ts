import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { read } from '../../../platform/command/read.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../fixtures.ts'
import { territoriesOf } from '../tables.ts'
import { territoriesOn } from './territories-on.ts'

const REQUEST = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'

databaseTest('a commune belongs to its EPCI up to the last day, and no longer the day after', async (world) => {
  await world.load(async (tx) => {
    await aSmallMap(tx)
    await territoriesOf(tx)
      .updateTable('territory_membership')
      .set({ last_day: '2024-12-31' })
      .where('group_id', '=', 'epci-200035715')
      .execute()
  })
  const on = (iso: string) =>
    read(world.runtime, null, REQUEST, async (ctx) => (await territoriesOn(ctx, 'commune-11069', day(iso))).map(({ id }) => id))
  assert.deepEqual(await on('2024-12-31'), ['departement-11', 'epci-200035715', 'region-76'])
  assert.deepEqual(await on('2025-01-01'), ['departement-11', 'region-76'])
  assert.deepEqual(await on('1989-12-31'), [])
})
