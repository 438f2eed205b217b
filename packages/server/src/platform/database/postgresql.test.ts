import assert from 'node:assert/strict'
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

test('a connection keeps the plans of what it reads, up to a number, and of nothing that it writes', {
  skip: url === undefined ? 'needs PostgreSQL' : false,
}, async () => {
  const source = openPostgresql(url ?? '', { connections: 1 })
  const held = await source.connect('a test')
  const kept = async () => (await held.execute('select count(*)::integer as kept from pg_prepared_statements')) as { kept: number }[]
  await held.query('create temporary table written (n integer)')
  for (const n of [1, 2, 3]) {
    await held.query('insert into written values ($1)', [n])
    assert.deepEqual((await held.query('select sum(n)::integer as sum from written where n <= $1', [n])).rows, [{ sum: (n * (n + 1)) / 2 }])
  }
  assert.equal((await kept())[0]?.kept, 1)
  for (let each = 0; each < 300; each++) await held.query(`select ${each}`)
  assert.equal((await kept())[0]?.kept, 250)
  held.release()
  await source.end()
})
