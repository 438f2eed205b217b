import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { openSpace } from '../fixtures.ts'
import { chooseSecret } from './choose-secret.ts'

const SECRET = '280571'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

databaseTest('an account chooses the secret of nobody', async (world) => {
  const met = await scene(world)
  await openSpace(world, met.person)
  assert.deepEqual(refusalsIn(await doAs(world, met.holder.accountId, chooseSecret, { secret: SECRET, again: SECRET })), [
    'platform/not-found',
  ])
  assert.deepEqual(await world.look('select secret_hash from space_key'), [{ secret_hash: null }])
})

databaseTest('six digits that nobody would try first, typed twice, are kept as a hash and never written anywhere else', async (world) => {
  const met = await scene(world)
  const space = await openSpace(world, met.person)
  for (const [secret, again, why] of [
    ['12345', '12345', /secret de 6 chiffres/],
    ['', '', /secret de 6 chiffres/],
    ['123456', '123456', /trop facile/],
    [SECRET, '280572', /ne sont pas les mêmes/],
  ] as const) {
    const refused = await space.post('/mon-espace/secret', { secret, again })
    assert.equal(refused.status, 422)
    assert.match(refused.text, why)
    assert.doesNotMatch(refused.body, new RegExp(`value="${secret}"`))
  }
  assert.equal((await space.post('/mon-espace/secret', { secret: SECRET, again: SECRET })).location, '/mon-espace')
  const [kept] = await world.look("select secret_hash, expires_at > now() + interval '364 days' as for_a_year from space_key")
  assert.match(String(kept?.['secret_hash']), /^\$argon2id/)
  assert.equal(kept?.['for_a_year'], true)
  assert.doesNotMatch(JSON.stringify(await world.look('select * from audit')), new RegExp(SECRET))
})
