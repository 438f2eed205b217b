import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { givesAccess, twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aSpaceKey, openSpace } from '../fixtures.ts'
import { revokeSpace } from './revoke-space.ts'

databaseTest('only the organisation that gave a paper takes it back, and the space closes at once', async (world) => {
  const met = await world.load(async (tx) => {
    await aSmallMap(tx)
    const made = await twoWhoMeet(tx)
    await givesAccess(tx, made.person, made.askingUnit, { source: 'attached' })
    return made
  })
  const space = await openSpace(world, met.person)
  assert.deepEqual(refusalsIn(await doAs(world, met.asker.accountId, revokeSpace, { personId: met.person.id })), ['privacy/no-key'])
  assert.equal((await space.get('/mon-espace')).status, 200)
  const theirs = await world.load((tx) => aSpaceKey(tx, { person: met.person, organisation: met.asking }))
  assert.equal((await doAs(world, met.holder.accountId, revokeSpace, { personId: met.person.id })).state, 'done')
  assert.equal((await space.get('/mon-espace')).location, '/mon-espace/entrer')
  assert.deepEqual(await world.look('select id from space_key where revoked_at is null'), [{ id: theirs.id }])
})
