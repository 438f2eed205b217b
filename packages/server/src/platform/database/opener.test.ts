import assert from 'node:assert/strict'
import { databaseTest } from '../testing/database-test.ts'

databaseTest('a statement without the opener has no right on any table', async ({ database }) => {
  const held = await database.source.connect()
  await assert.rejects(held.query('select * from maillage.account'), /permission denied/)
  held.release()
})

databaseTest('the role and the context end with the transaction', async ({ load, database }) => {
  await load(async () => {})
  const held = await database.source.connect()
  const { rows } = await held.query('select current_user as who')
  assert.equal(rows[0]?.['who'], 'maillage_web')
  held.release()
})
