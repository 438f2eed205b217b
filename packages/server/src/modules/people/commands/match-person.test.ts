import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, nadia, twoWhoMeet } from '../fixtures.ts'
import { matchPerson } from './match-person.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })
type Scene = Awaited<ReturnType<typeof scene>>

async function answer(world: World, { asker, askingUnit }: Scene, more = {}): Promise<string> {
  const performed = await doAs(world, asker.accountId, matchPerson, nadia(askingUnit.id, more))
  assert.ok(performed.state === 'done')
  return performed.value.answer
}

databaseTest('a role that keeps no file asks nothing', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.asking, here.askingUnit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await doAs(world, supervisor.accountId, matchPerson, nadia(here.askingUnit.id))), ['people/not-yours'])
})

databaseTest('the answer is none, one or several; spelling, accents and second given names do not count', async (world) => {
  const here = await scene(world)
  assert.equal(await answer(world, here), 'one')
  assert.equal(await answer(world, here, { birthName: 'BÉNALI', givenNames: 'Nadia Fatima' }), 'one')
  assert.equal(await answer(world, here, { birthDate: '1990-05-04' }), 'none')
  await world.load((tx) => aPerson(tx, { organisation: here.holding, unit: here.holdingUnit }))
  assert.equal(await answer(world, here), 'several')
})

databaseTest('twins are two people, and nobody is recognised by a year, nor by a first of January and half a name', async (world) => {
  const here = await scene(world)
  assert.equal(await answer(world, here, { givenNames: 'Samia' }), 'none')
  assert.equal(await answer(world, here, { birthPrecision: 'year' }), 'none')
  await world.load((tx) =>
    aPerson(tx, { organisation: here.holding, unit: here.holdingUnit, birthDate: '1985-01-01', givenNames: 'Mohamed Ali' }),
  )
  assert.equal(await answer(world, here, { givenNames: 'Mohamed', birthDate: '1985-01-01' }), 'none')
  assert.equal(await answer(world, here, { givenNames: 'Mohamed Ali', birthDate: '1985-01-01' }), 'one')
})

databaseTest('those whom the asker follows are not told again, and provisional files are nobody’s yet', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aPerson(tx, { organisation: here.asking, unit: here.askingUnit, birthName: 'Roux' }))
  assert.equal(await answer(world, here, { birthName: 'Roux' }), 'none')
  await world.load((tx) => aPerson(tx, { organisation: here.holding, unit: here.holdingUnit, birthName: 'Blanc', state: 'provisional' }))
  assert.equal(await answer(world, here, { birthName: 'Blanc' }), 'none')
})

databaseTest('twenty questions a day, then no answer; each leaves its line, without the name', async (world) => {
  const here = await scene(world)
  for (let count = 0; count < 20; count++) assert.equal(await answer(world, here, { birthName: `Personne ${count}a` }), 'none')
  assert.equal(await answer(world, here), 'too-many')
  const lines = await world.look("select fields, subjects, refusals from audit where command = 'people/match-person'")
  assert.equal(lines.length, 21)
  assert.doesNotMatch(JSON.stringify(lines), /Benali|Personne/)
})
