import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../fixtures.ts'
import { holdsPerson } from '../queries/holds-person.ts'
import { endReferent } from './end-referent.ts'
import { nameReferent } from './name-referent.ts'

async function scene(world: World) {
  const made = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit })
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    const there = await aUnit(tx, foreign)
    await givesAccess(tx, person, there, { source: 'application' })
    return { organisation, unit, counsellor, person, other: await aMemberIn(tx, foreign, there, 'counsellor') }
  })
  const named = await doAs(world, made.counsellor.accountId, nameReferent, {
    personId: made.person.id,
    membershipId: made.counsellor.membershipId,
    unitId: made.unit.id,
    role: 'siae',
    firstDay: '2026-11-21',
  })
  assert.ok(named.state === 'done')
  return { ...made, referentId: named.value.id }
}

databaseTest('another organisation that holds the person does not even see who follows it', async (world) => {
  const { other, referentId } = await scene(world)
  assert.deepEqual(refusalsIn(await doAs(world, other.accountId, endReferent, { referentId, lastDay: '2026-11-30' })), [
    'platform/not-found',
  ])
})

databaseTest('the rights of a referent end on the day the follow-up ends', async (world) => {
  const { counsellor, person, referentId } = await scene(world)
  const end = (lastDay: string) => doAs(world, counsellor.accountId, endReferent, { referentId, lastDay })
  assert.deepEqual(refusalsIn(await end('2026-11-20')), ['people/referent-not-before-today'])
  assert.equal((await end('2026-11-30')).state, 'done')
  const follows = () => readAs(world, counsellor.accountId, (ctx) => holdsPerson(ctx, person.id, 'referent'))
  world.clock.set('2026-11-30T09:00:00Z')
  assert.equal(await follows(), true)
  world.clock.set('2026-12-01T09:00:00Z')
  assert.equal(await follows(), false)
  assert.deepEqual(refusalsIn(await end('2026-12-02')), ['people/referent-already-ended'])
})
