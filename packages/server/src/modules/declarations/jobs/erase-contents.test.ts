import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aGridRead, JULY } from '../fixtures.ts'
import { eraseContents } from './erase-contents.ts'

databaseTest('a file that nobody confirmed is kept for fourteen days, then erased', async (world) => {
  await aGridRead(world, JULY)
  const after = async (day: string) => {
    world.clock.set(`${day}T03:00:00Z`)
    await eraseContents.run(world)
    const [run] = await world.look('select state from import_run')
    return [run?.['state'], (await world.look('select from import_line where content is not null')).length]
  }
  assert.deepEqual(await after('2026-12-05'), ['read', 4])
  assert.deepEqual(await after('2026-12-06'), ['expired', 0])
  const [erased] = await world.look('select version, erased_at from import_run')
  assert.deepEqual(await after('2026-12-07'), ['expired', 0])
  assert.deepEqual((await world.look('select version, erased_at from import_run'))[0], erased, 'erased once, not every night')
})

databaseTest('the content of a file has an end that is not chosen', async (world) => {
  await aGridRead(world, JULY)
  await assert.rejects(world.look("update import_run set content_until = '2999-01-01'"), /import_run_content_ends/)
})
