import assert from 'node:assert/strict'
import { perform } from '../../../platform/command/perform.ts'
import { findActor } from '../../../platform/session/find-actor.ts'
import { newToken, tokenHash } from '../../../platform/session/token.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anEmployer } from '../fixtures.ts'
import { cancelContract } from './cancel-contract.ts'

databaseTest('a contract that does not exist, or is another carrier’s, is not found', async (world) => {
  const { stranger, person } = await world.load((tx) => anEmployer(tx))
  const token = newToken()
  await world.database.beforeActor('open_session', [tokenHash(token), stranger.accountId, 12])
  const actor = await findActor(world.database, token)
  assert.ok(actor)
  const input = cancelContract.schema.parse({ contractId: person.id, to: '2026-12-08' })
  const done = await perform(world.runtime, cancelContract, actor, input, crypto.randomUUID(), () => '/')
  assert.deepEqual(done.state === 'refused' && done.refusals.map(({ code }) => code), ['platform/not-found'])
})
