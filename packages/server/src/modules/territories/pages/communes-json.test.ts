import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../fixtures.ts'

databaseTest('the box gets codes and labels, twelve at most, in one statement of its own, kept an hour', async (world) => {
  await world.load(aSmallMap)
  const server = await world.server()
  await server.inject('/communes.json?q=xx')
  const before = world.statements.length
  const answer = await server.inject('/communes.json?q=narb')
  // And one that asks what this deployment is for, until somebody has written it.
  assert.ok(world.statements.length - before <= 2)
  assert.deepEqual(answer.json(), [
    { code: '11262', label: 'Narbonne (11, Aude)' },
    { code: '11263', label: 'Narbonne-Plage (11, Aude)' },
  ])
  assert.equal(answer.headers['cache-control'], 'public, max-age=3600')
  assert.equal(answer.headers['set-cookie'], undefined, 'a page kept by a proxy gives nobody a session')
})

databaseTest('what is not a search gets an empty list, never a fault', async (world) => {
  await world.load(aSmallMap)
  const server = await world.server()
  for (const query of ['', '?q=', '?q=a', '?q=narb&q=carc', '?q[]=narb', `?q=${'é'.repeat(500)}`, '?q=%00']) {
    const answer = await server.inject(`/communes.json${query}`)
    assert.equal(answer.statusCode, 200, query)
    assert.deepEqual(answer.json(), [], query)
  }
})
