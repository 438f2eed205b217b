import assert from 'node:assert/strict'
import { read } from '../../../platform/command/read.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../fixtures.ts'
import { communeLabel, findCommunes } from './find-communes.ts'

const REQUEST = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'
const found = (world: World, typed: string) =>
  read(world.runtime, null, REQUEST, async (ctx) => (await findCommunes(ctx, typed)).map(({ label }) => label))

for (const [typed, label] of [
  ['palme', 'La Palme (11, Aude)'],
  ['la palme', 'La Palme (11, Aude)'],
  ['SOLER', 'Le Soler (66, Pyrénées-Orientales)'],
  ['st denis', 'Saint-Denis (974, La Réunion)'],
  ['St-Papoul', 'Saint-Papoul (11, Aude)'],
  ['carcas', 'Carcassonne (11, Aude)'],
  ['11000', 'Carcassonne (11, Aude)'],
] as const) {
  databaseTest(`« ${typed} » finds ${label}`, async (world) => {
    await world.load(aSmallMap)
    assert.deepEqual(await found(world, typed), [label])
  })
}

databaseTest('the name typed in full comes first, then the most populated', async (world) => {
  await world.load(aSmallMap)
  assert.deepEqual(await found(world, 'narbonne'), ['Narbonne (11, Aude)', 'Narbonne-Plage (11, Aude)'])
  assert.deepEqual(await found(world, '11'), ['Narbonne (11, Aude)', 'Carcassonne (11, Aude)'])
})

databaseTest('too little, nothing known and signs of a query language find nothing', async (world) => {
  await world.load(aSmallMap)
  for (const typed of ['', 'c', ' ', '%', "'; drop table territory", 'x'.repeat(10_000), '99999'])
    assert.deepEqual(await found(world, typed), [], typed.slice(0, 20))
})

databaseTest('a commune has a label by its code, another code none', async (world) => {
  await world.load(aSmallMap)
  const label = (code: string) => read(world.runtime, null, REQUEST, (ctx) => communeLabel(ctx, code))
  assert.equal(await label('11069'), 'Carcassonne (11, Aude)')
  assert.equal(await label('00000'), undefined)
})
