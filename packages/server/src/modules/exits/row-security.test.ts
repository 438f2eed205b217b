import assert from 'node:assert/strict'
import { EXIT_REASONS, sensitivityOfExit } from '@maillage/rules/exits'
import { sql } from 'kysely'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aTeamAtWork, aWorkerNamed } from '../employment/fixtures.ts'
import { givesAccess } from '../people/fixtures.ts'
import { anExit } from './fixtures.ts'

const rows = async (world: World, accountId: string, table: string) =>
  (await statementAs(world, accountId, `select * from ${table}`)).length

databaseTest(
  'another structure that shares the person reads nothing of the exit; a supervisor of the employer, not why it was corrected',
  async (world) => {
    const made = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      const { person, stay } = await aWorkerNamed(tx, team, 'Diallo')
      const exit = await anExit(tx, stay)
      await sql`insert into exit_change (exit_id, version, person_id, organisation_id, reason)
      select exit_id, version, person_id, organisation_id, 'Hospitalisée' from exit_version where exit_id = ${exit.id}`.execute(tx)
      await givesAccess(tx, person, team.otherUnit, { circle: 'shared', source: 'application' })
      return team
    })
    for (const table of ['exit', 'exit_version', 'exit_reason', 'exit_change', 'stay_exit']) {
      assert.equal(await rows(world, made.stranger.accountId, table), 0, table)
      assert.equal(await rows(world, made.director.accountId, table), 1, table)
    }
    assert.equal(await rows(world, made.supervisor.accountId, 'exit_version'), 1)
    assert.equal(await rows(world, made.supervisor.accountId, 'exit_change'), 0)
  },
)

databaseTest('the database knows how sensitive each reason is as the rules do, and takes no other', async (world) => {
  await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await anExit(tx, (await aWorkerNamed(tx, team, 'Diallo')).stay)
  })
  for (const reason of EXIT_REASONS)
    await world.look('update exit_reason set reason = $1, sensitivity = $2', [reason, sensitivityOfExit(reason)])
  await assert.rejects(
    world.look("update exit_reason set reason = 'detention', sensitivity = 'ordinary'"),
    /exit_reason_as_sensitive_as_it_is/,
  )
})
