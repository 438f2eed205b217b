import assert from 'node:assert/strict'
import { databaseTest } from '../testing/database-test.ts'

for (const [deed, statement] of [
  ['changed', "update deployment set purpose = 'demonstration'"],
  ['changed, even by nothing', 'update deployment set purpose = purpose where false'],
  ['deleted', 'delete from deployment'],
  ['emptied', 'truncate deployment'],
] as const) {
  databaseTest(`what a deployment is cannot be ${deed}, even by the owner of the tables`, async ({ look }) => {
    await look("insert into deployment (purpose) values ('service')")
    await assert.rejects(look(statement), /deployment never changes/)
  })
}

databaseTest('a deployment is one thing only', async ({ look }) => {
  await look("insert into deployment (purpose) values ('service')")
  await assert.rejects(look("insert into deployment (purpose) values ('demonstration')"), /deployment_pkey/)
})

databaseTest('a deployment is a demonstration or a service', async ({ look }) => {
  await assert.rejects(look("insert into deployment (purpose) values ('trial')"), /deployment_purpose_known/)
})
