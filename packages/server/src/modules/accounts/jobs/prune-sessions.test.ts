import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../../../platform/command/context.ts'
import { databaseTest, TEST_DAY } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAccount } from '../fixtures.ts'
import { pruneSessions } from './prune-sessions.ts'

databaseTest('what has expired goes, what lives stays and still opens the site', async (world) => {
  const { accountId } = await world.load((tx) => anAccount(tx, { email: 'camille.roux@exemple.test' }))
  await openBrowser(world, accountId)
  await world.look("update session set expires_at = now() - interval '1 second'")
  const browser = await openBrowser(world, accountId)
  await pruneSessions.run(world)
  assert.equal((await world.look('select from session')).length, 1)
  assert.match((await browser.get('/')).text, /Camille Roux/)
})

databaseTest('a job neither reads nor ends a session that lives, nor the token of any', async (world) => {
  const { accountId } = await world.load((tx) => anAccount(tx, { email: 'camille.roux@exemple.test' }))
  await openBrowser(world, accountId)
  const context = contextOfNobody(day(TEST_DAY))
  const asJob = (statement: string) =>
    world.database.transaction({ role: 'maillage_job', context }, async (tx) => (await sql.raw(statement).execute(tx)).rows)
  assert.deepEqual(await asJob('select expires_at from session'), [])
  await asJob('delete from session')
  assert.equal((await world.look('select from session')).length, 1)
  await assert.rejects(asJob('select token_hash from session'), /permission denied/)
})
