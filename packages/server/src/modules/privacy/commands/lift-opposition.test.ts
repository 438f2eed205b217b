import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { openSpace } from '../fixtures.ts'
import { liftOpposition } from './lift-opposition.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

databaseTest('the person alone wants messages again; the opposition lifted stays written', async (world) => {
  const { holder, person } = await scene(world)
  assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, liftOpposition, { use: 'messages' as const })), ['platform/not-found'])
  const space = await openSpace(world, person)
  assert.match((await space.post('/mon-espace/partage', { act: 'lift', use: 'messages' })).text, /C’est déjà fait/)
  assert.equal((await space.post('/mon-espace/partage', { act: 'oppose', use: 'messages' })).status, 303)
  assert.match((await space.get('/mon-espace/partage')).text, /Vous avez refusé les messages/)
  assert.equal((await space.post('/mon-espace/partage', { act: 'lift', use: 'messages' })).status, 303)
  assert.deepEqual(await world.look('select opposed_on::text, withdrawn_on::text from opposition'), [
    { opposed_on: '2026-11-21', withdrawn_on: '2026-11-21' },
  ])
})
