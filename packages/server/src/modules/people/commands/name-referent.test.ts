import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMember, anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../fixtures.ts'
import { holdsPerson } from '../queries/holds-person.ts'
import { nameReferent } from './name-referent.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
    const colleague = await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Alix Sorel' })
    return { organisation, unit, counsellor, colleague, person: await aPerson(tx, { organisation, unit }) }
  })

type Scene = Awaited<ReturnType<typeof scene>>
const typed = ({ person, colleague, unit }: Scene, more = {}) => ({
  personId: person.id,
  membershipId: colleague.membershipId,
  unitId: unit.id,
  role: 'siae' as const,
  firstDay: '2026-11-21',
  ...more,
})
const follows = (world: World, accountId: string, personId: string) =>
  readAs(world, accountId, (ctx) => holdsPerson(ctx, personId, 'referent'))

databaseTest('who does not hold the person names nobody; nobody outside the organisation or its teams is named', async (world) => {
  const here = await scene(world)
  const { stranger, outside, supervisor } = await world.load(async (tx) => {
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    return {
      stranger: await aMemberIn(tx, foreign, await aUnit(tx, foreign), 'counsellor'),
      outside: await aMember(tx, here.organisation, 'counsellor', { name: 'Sans équipe' }),
      supervisor: await aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'),
    }
  })
  const codes = async (accountId: string, more = {}) => refusalsIn(await doAs(world, accountId, nameReferent, typed(here, more)))
  assert.deepEqual(await codes(stranger.accountId), ['platform/not-found'])
  assert.deepEqual(await codes(supervisor.accountId), ['people/not-yours'])
  for (const { membershipId } of [stranger, outside, supervisor])
    assert.deepEqual(await codes(here.counsellor.accountId, { membershipId }), ['people/referent-unknown'])
})

databaseTest('the referent alone reads the accompaniment file, from the first day', async (world) => {
  const here = await scene(world)
  assert.equal((await doAs(world, here.counsellor.accountId, nameReferent, typed(here, { firstDay: '2026-11-23' }))).state, 'done')
  assert.equal(await follows(world, here.colleague.accountId, here.person.id), false)
  world.clock.set('2026-11-23T09:00:00Z')
  assert.equal(await follows(world, here.colleague.accountId, here.person.id), true)
  assert.equal(await follows(world, here.counsellor.accountId, here.person.id), false)
  assert.deepEqual(refusalsIn(await doAs(world, here.counsellor.accountId, nameReferent, typed(here, { firstDay: '2026-11-24' }))), [
    'people/referent-already',
  ])
})

databaseTest('a deputy always has an end, after which they read nothing', async (world) => {
  const here = await scene(world)
  const codes = async (more: object) =>
    refusalsIn(await doAs(world, here.counsellor.accountId, nameReferent, typed(here, { deputy: true, ...more })))
  assert.deepEqual(await codes({}), ['people/deputy-without-end'])
  assert.deepEqual(await codes({ lastDay: '2026-11-20' }), ['people/referent-reversed'])
  assert.deepEqual(await codes({ firstDay: '2026-11-20', lastDay: '2026-11-30' }), ['people/referent-not-before-today'])
  assert.deepEqual(await codes({ lastDay: '2026-11-30' }), [])
  world.clock.set('2026-12-01T09:00:00Z')
  assert.equal(await follows(world, here.colleague.accountId, here.person.id), false)
})
