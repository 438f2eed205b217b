import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { read } from '../../../platform/command/read.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../fixtures.ts'
import { territoriesOn } from '../queries/territories-on.ts'
import { importGroupings } from './import-groupings.ts'

const REQUEST = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'
const OF_2020 = { kind: 'bassin', origin: 'Insee, zones d’emploi', vintage: '2020', firstDay: day('2020-01-01') } as const
const OF_2026 = { ...OF_2020, vintage: '2026', firstDay: day('2026-01-01') }
const WEST = { code: '7605', name: 'Carcassonne', communes: ['11069', '11361'] }
const EAST = { code: '7611', name: 'Narbonne', communes: ['11262', '11188'] }

const bassinsOf = (world: World, id: string, on: string) =>
  read(world.runtime, null, REQUEST, async (ctx) =>
    (await territoriesOn(ctx, id, day(on))).filter(({ kind }) => kind === 'bassin').map(({ name }) => name),
  )

databaseTest('an edition makes groupings of their communes from its first day', async (world) => {
  const answer = await world.load(async (tx) => {
    await aSmallMap(tx)
    return importGroupings(tx, OF_2020, [WEST, EAST])
  })
  assert.deepEqual(answer, { state: 'done', groupings: 2, communes: 4, ended: 0 })
  assert.deepEqual(await bassinsOf(world, 'commune-11069', '2020-01-01'), ['Carcassonne'])
  assert.deepEqual(await bassinsOf(world, 'commune-11069', '2019-12-31'), [])
})

databaseTest('the next edition moves a commune, ends a grouping, and leaves the past as it was', async (world) => {
  const answer = await world.load(async (tx) => {
    await aSmallMap(tx)
    await importGroupings(tx, OF_2020, [WEST, EAST])
    return importGroupings(tx, OF_2026, [{ ...WEST, name: 'Carcassonne et littoral', communes: ['11069', '11361', '11188'] }])
  })
  assert.equal(answer.state === 'done' && answer.ended, 1)
  assert.deepEqual(await bassinsOf(world, 'commune-11188', '2025-12-31'), ['Narbonne'])
  assert.deepEqual(await bassinsOf(world, 'commune-11188', '2026-01-01'), ['Carcassonne et littoral'])
  assert.deepEqual(await bassinsOf(world, 'commune-11262', '2026-01-01'), [])
})

databaseTest('the same file twice changes nothing', async (world) => {
  await world.load(async (tx) => {
    await aSmallMap(tx)
    await importGroupings(tx, OF_2020, [WEST, EAST])
    await importGroupings(tx, OF_2020, [WEST, EAST])
  })
  assert.equal((await world.look("select from territory where kind = 'bassin'")).length, 2)
  assert.equal((await world.look("select from territory_membership where group_id like 'bassin-%' and last_day is null")).length, 4)
})

databaseTest('a commune out of the map and a code of another origin are told, and nothing is written', async (world) => {
  const answer = await world.load(async (tx) => {
    await aSmallMap(tx)
    await importGroupings(tx, OF_2020, [WEST])
    return importGroupings(tx, { ...OF_2026, origin: 'Région' }, [{ ...WEST, communes: ['11069', '99999'] }])
  })
  assert.deepEqual(answer, {
    state: 'refused',
    faults: [
      'La commune 99999 n’existe pas dans la carte de cette base.',
      'Le code 7605 désigne déjà un territoire d’une autre origine que « Région ».',
    ],
  })
  assert.equal((await world.look("select from territory_membership where group_id = 'bassin-7605'")).length, 2)
})

databaseTest('a corrected file of the same edition replaces it, and an older edition is refused', async (world) => {
  const older = await world.load(async (tx) => {
    await aSmallMap(tx)
    await importGroupings(tx, OF_2026, [WEST])
    await importGroupings(tx, OF_2026, [{ ...WEST, communes: ['11069'] }])
    return importGroupings(tx, OF_2020, [WEST])
  })
  assert.equal(older.state, 'refused')
  assert.deepEqual(await bassinsOf(world, 'commune-11361', '2026-06-01'), [])
  assert.deepEqual(await bassinsOf(world, 'commune-11069', '2026-06-01'), ['Carcassonne'])
})
