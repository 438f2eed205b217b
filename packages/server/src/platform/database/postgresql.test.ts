import { test } from 'node:test'
import { testServerUrl } from '../testing/test-source.ts'
import { Database } from './database.ts'
import { openPostgresql } from './postgresql.ts'

const url = testServerUrl()

test('a pool is ended once, however many close it: a clean stop says that it was clean', {
  skip: url === undefined ? 'needs PostgreSQL' : false,
}, async () => {
  const source = openPostgresql(url ?? '', { connections: 1 })
  const database = new Database(source)
  await database.answers()
  await database.close()
  await source.end()
})
