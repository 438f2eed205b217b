import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSiteAtWork } from '../fixtures.ts'
import { addConstraint } from './add-constraint.ts'

const SAID = { sentence: ' Pas de port de charge ', saidBy: 'person', first: '2026-11-20', last: null } as const

const adds = (
  world: World,
  { accountId }: { readonly accountId: string },
  personId: string,
  more: Partial<z.input<typeof addConstraint.schema>> = {},
) => doAs(world, accountId, addConstraint, { personId, ...SAID, ...more })

databaseTest('neither who supervises nor who pays writes a constraint, nor who works elsewhere or left', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  for (const who of [here.supervisor, here.payroll])
    assert.deepEqual(refusalsIn(await adds(world, who, here.ana.person.id)), ['supervision/constraints-not-yours'])
  for (const who of [here.stranger, here.former, here.officer]) assert.notEqual((await adds(world, who, here.ana.person.id)).state, 'done')
  assert.deepEqual(await world.look('select from work_constraint'), [])
})

databaseTest('a counsellor writes the consequence; no word of it is written beside', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  assert.equal((await adds(world, here.counsellor, here.ana.person.id)).state, 'done')
  assert.deepEqual(await world.look('select sentence, said_by, first_day::text, last_day from work_constraint'), [
    { sentence: 'Pas de port de charge', said_by: 'person', first_day: '2026-11-20', last_day: null },
  ])
  const beside = await world.look(
    'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
  )
  assert.doesNotMatch(JSON.stringify(beside), /charge/)
})

databaseTest('a constraint of one day is written, one that ends before it begins is not', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  const refused = await adds(world, here.director, here.ana.person.id, { last: '2026-11-19' })
  assert.deepEqual(refusalsIn(refused), ['supervision/constraint-ends-before'])
  assert.equal((await adds(world, here.director, here.ana.person.id, { last: '2026-11-20' })).state, 'done')
})
