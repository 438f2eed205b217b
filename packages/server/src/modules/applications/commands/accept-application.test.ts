import assert from 'node:assert/strict'
import { perform } from '../../../platform/command/perform.ts'
import { findActor } from '../../../platform/session/find-actor.ts'
import { newToken, tokenHash } from '../../../platform/session/token.ts'
import type { World } from '../../../platform/testing/database-test.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aProposal } from '../fixtures.ts'
import { acceptApplication } from './accept-application.ts'
import { cancelAcceptance } from './cancel-acceptance.ts'

async function actorOf(world: World, accountId: string) {
  const token = newToken()
  await world.database.beforeActor('open_session', [tokenHash(token), accountId, 12])
  const actor = await findActor(world.database, token)
  if (!actor) throw new Error('This account cannot sign in')
  return actor
}

const request = () => crypto.randomUUID()

databaseTest('the sender accepts nothing', async (world) => {
  const { application, sender } = await world.load((tx) => aProposal(tx))
  const done = await perform(
    world.runtime,
    acceptApplication,
    await actorOf(world, sender.member.accountId),
    { applicationId: application.id },
    request(),
    () => '/',
  )
  assert.deepEqual(done.state === 'refused' && done.refusals.map(({ code }) => code), ['applications/not-yours-to-answer'])
})

databaseTest('an application is accepted from a refusal, once, and its acceptance cancelled', async (world) => {
  const { application, member } = await world.load((tx) => aProposal(tx, { state: 'refused' }))
  const actor = await actorOf(world, member.accountId)
  const input = { applicationId: application.id }
  const accepted = await perform(world.runtime, acceptApplication, actor, input, request(), () => '/')
  assert.equal(accepted.state, 'done')
  assert.deepEqual(await world.look('select state, refusal_reason from application'), [{ state: 'accepted', refusal_reason: null }])
  const again = await perform(world.runtime, acceptApplication, actor, input, request(), () => '/')
  assert.deepEqual(again.state === 'refused' && again.refusals.map(({ code }) => code), ['applications/not-from-this-state'])
  assert.equal((await perform(world.runtime, cancelAcceptance, actor, input, request(), () => '/')).state, 'done')
  assert.deepEqual(await world.look('select state from application'), [{ state: 'cancelled' }])
})
