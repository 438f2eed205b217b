import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aConstraint, aSiteAtWork } from '../fixtures.ts'
import { withdrawConstraint } from './withdraw-constraint.ts'

databaseTest('a constraint is taken back once, by who may write one; nobody reads it any more', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    return { ...made, constraint: await aConstraint(tx, { ...made, person: made.ana.person, by: made.counsellor }) }
  })
  const typed = { constraintId: here.constraint.id }
  const by = async ({ accountId }: { accountId: string }) => refusalsIn(await doAs(world, accountId, withdrawConstraint, typed))
  assert.deepEqual(await by(here.supervisor), ['supervision/constraints-not-yours'])
  assert.deepEqual(await by(here.stranger), ['supervision/constraint-withdrawn'])
  assert.deepEqual(await by(here.director), [])
  assert.deepEqual(await by(here.counsellor), ['supervision/constraint-withdrawn'])
  assert.deepEqual(await world.look('select cancelled_by from work_constraint'), [{ cancelled_by: here.director.accountId }])
})
