import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest } from '../../platform/testing/database-test.ts'
import { aTeamAtWork, aWorkerNamed } from '../employment/fixtures.ts'
import { givesAccess } from '../people/fixtures.ts'
import { anImmersion } from './fixtures.ts'

databaseTest('an immersion is read by the employer alone, and its days are changed by nobody', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const { person, stay } = await aWorkerNamed(tx, team, 'Diallo')
    await anImmersion(tx, stay)
    await givesAccess(tx, person, team.otherUnit, { circle: 'shared', source: 'application' })
    return team
  })
  const reads = async ({ accountId }: { readonly accountId: string }) =>
    (await statementAs(world, accountId, 'select id from immersion')).length
  assert.equal(await reads(made.director), 1)
  assert.equal(await reads(made.supervisor), 1)
  assert.equal(await reads(made.stranger), 0)
  await assert.rejects(statementAs(world, made.director.accountId, "update immersion set last_day = '2026-12-31'"), /permission denied/)
  await statementAs(world, made.supervisor.accountId, "update immersion set learnt = 'Autre', ended_on = last_day")
  assert.deepEqual(await world.look('select learnt from immersion'), [{ learnt: null }])
})
