import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { openSpace } from '../fixtures.ts'
import { opposeUse } from './oppose-use.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

/** A message that somebody writes to the person. */
const written = ({ look }: World, personId: string) =>
  look(
    "insert into mail (id, recipient, subject, body, person_id, queued_at) values (gen_random_uuid(), 'a@exemple.test', 'Une réponse', 'Bonjour', $1, now())",
    [personId],
  )
const waiting = async ({ look }: World) => (await look('select from mail where withdrawn_at is null')).length

databaseTest('nobody opposes messages in the place of the person', async (world) => {
  const { holder } = await scene(world)
  assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, opposeUse, { use: 'messages' as const })), ['platform/not-found'])
})

databaseTest('once opposed, a message to the person never leaves, whoever writes it', async (world) => {
  const { person } = await scene(world)
  await written(world, person.id)
  assert.equal(await waiting(world), 1)
  const space = await openSpace(world, person)
  assert.equal((await space.post('/mon-espace/partage', { act: 'oppose', use: 'messages' })).status, 303)
  assert.match((await space.post('/mon-espace/partage', { act: 'oppose', use: 'messages' })).text, /C’est déjà fait/)
  await written(world, person.id)
  assert.equal(await waiting(world), 1)
})
