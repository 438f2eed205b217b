import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { anImmersion } from '../fixtures.ts'
import { cancelImmersion } from './cancel-immersion.ts'

databaseTest('an immersion cancelled counts no more, once; the supervisor cancels none', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const { stay } = await aWorkerNamed(tx, team, 'Diallo')
    return { ...team, immersion: await anImmersion(tx, stay) }
  })
  const cancels = (accountId: string) => doAs(world, accountId, cancelImmersion, { immersionId: made.immersion.id })
  assert.deepEqual(refusalsIn(await cancels(made.supervisor.accountId)), ['immersions/not-yours'])
  assert.equal((await cancels(made.director.accountId)).state, 'done')
  assert.notEqual((await cancels(made.director.accountId)).state, 'done')
  assert.deepEqual(await world.look('select cancelled_by from immersion'), [{ cancelled_by: made.director.accountId }])
})
