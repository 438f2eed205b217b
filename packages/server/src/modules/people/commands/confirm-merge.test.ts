import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aReferent, givesAccess, twoFiles } from '../fixtures.ts'
import { findPeople } from '../queries/find-people.ts'
import { personCard } from '../queries/person-card.ts'
import { confirmMerge } from './confirm-merge.ts'
import { proposeMerge } from './propose-merge.ts'

async function proposed(world: World) {
  const made = await world.load(twoFiles)
  const performed = await doAs(world, made.holder.accountId, proposeMerge, { keptId: made.kept.id, absorbedId: made.absorbed.id })
  assert.ok(performed.state === 'done')
  return { ...made, mergeId: performed.value.mergeId }
}

databaseTest('only an administrator confirms, and never the one who proposed', async (world) => {
  const { mergeId, holder, administrator, kept, absorbed } = await proposed(world)
  assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, confirmMerge, { mergeId })), ['platform/not-found'])
  await world.look('update account set administrator = true where id = $1', [holder.accountId])
  assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, confirmMerge, { mergeId })), ['people/merge-needs-second-person'])
  assert.equal((await doAs(world, administrator.accountId, confirmMerge, { mergeId })).state, 'done')
  assert.deepEqual(refusalsIn(await doAs(world, administrator.accountId, confirmMerge, { mergeId })), ['platform/not-found'])
  assert.deepEqual(await world.look('select state, merged_into from person where id = $1', [absorbed.id]), [
    { state: 'merged', merged_into: kept.id },
  ])
})

databaseTest('one file: contacts, rights and referents are those of both, and the other name is still found', async (world) => {
  const made = await proposed(world)
  const { mergeId, holder, administrator, other, kept, absorbed, organisation, unit } = made
  await world.load((tx) =>
    aReferent(tx, { organisation, unit, person: absorbed, membershipId: holder.membershipId, accountId: holder.accountId }),
  )
  assert.equal((await doAs(world, administrator.accountId, confirmMerge, { mergeId })).state, 'done')
  const card = await readAs(world, other.accountId, (ctx) => personCard(ctx, absorbed.id))
  assert.deepEqual([card?.id, card?.displayName, card?.phone], [kept.id, 'Nadia BENALI', '06 39 98 00 00'])
  const found = await readAs(world, holder.accountId, (ctx) => findPeople(ctx, { typed: 'ben ali', page: 1 }))
  assert.deepEqual(
    found.rows.map(({ id, mine }) => ({ id, mine })),
    [{ id: kept.id, mine: true }],
  )
  assert.deepEqual(await world.look('select count(*)::int as left_over from contact_version where person_id = $1', [absorbed.id]), [
    { left_over: 0 },
  ])
})

databaseTest('facts that contradict each other are not merged by force', async (world) => {
  const made = await proposed(world)
  const { organisation, unit, holder, kept, absorbed, administrator, mergeId } = made
  await world.load(async (tx) => {
    for (const person of [kept, absorbed]) await aReferent(tx, { organisation, unit, person, membershipId: holder.membershipId })
    await givesAccess(tx, kept, unit, { circle: 'employment', source: 'hire' })
  })
  assert.deepEqual(refusalsIn(await doAs(world, administrator.accountId, confirmMerge, { mergeId })), ['people/merge-impossible'])
  assert.deepEqual(await world.look("select count(*)::int as merged from person where state = 'merged'"), [{ merged: 0 }])
})
