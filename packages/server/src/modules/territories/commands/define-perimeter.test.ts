import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import type { Actor, Hat } from '../../../platform/command/actor.ts'
import { perform } from '../../../platform/command/perform.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap, aWorker } from '../fixtures.ts'
import { definePerimeter } from './define-perimeter.ts'

const HAT = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'

async function anActor(world: World, role: string, changes: Partial<Hat> = {}): Promise<Actor> {
  const { accountId, organisationId } = await world.load(async (tx) => {
    await aSmallMap(tx)
    return aWorker(tx, { role })
  })
  const hat: Hat = {
    membershipId: HAT,
    role,
    organisationId,
    organisationName: 'DDETS de l’Aude',
    timeZone: 'Europe/Paris',
    units: [],
    functions: ['authority'],
    territories: ['departement-11'],
    territoriesBy: { authority: ['departement-11'] },
    ...changes,
  }
  return { accountId, name: 'Camille Roux', administrator: false, sessionHash: '', hat, hats: [hat] }
}

const define = (world: World, actor: Actor, communes: readonly string[]) =>
  perform(
    world.runtime,
    definePerimeter,
    actor,
    { name: 'Ouest audois', kind: 'bassin', firstDay: day('2026-01-01'), communes: [...communes] },
    world.runtime.ids.next(),
    ({ id }) => id,
  )

for (const role of ['director', 'counsellor', 'prescriber', 'organisation_administrator']) {
  databaseTest(`a member with the role ${role} may not draw`, async (world) => {
    const done = await define(world, await anActor(world, role), ['11069'])
    assert.deepEqual(done.state === 'refused' && done.refusals.map(({ code }) => code), ['territories/may-not-draw'])
  })
}

databaseTest('an officer whose organisation acts nowhere today may not draw', async (world) => {
  assert.equal(
    (await define(world, await anActor(world, 'authority_officer', { territories: [], territoriesBy: {} }), ['11069'])).state,
    'refused',
  )
})

databaseTest('communes outside, and codes that name nothing, are all told', async (world) => {
  const done = await define(world, await anActor(world, 'authority_officer'), ['11069', '66136', '00000'])
  assert.deepEqual(done.state === 'refused' && done.refusals[0]?.details, { codes: '66136, 00000' })
})

databaseTest('the communes of an EPCI are those of its own territory', async (world) => {
  const actor = await anActor(world, 'funder_officer', { functions: ['funder'], territoriesBy: { funder: ['epci-200035715'] } })
  assert.equal((await define(world, actor, ['11262'])).state, 'refused')
  assert.equal((await define(world, actor, ['11069'])).state, 'done')
})

databaseTest('a perimeter is dated, belongs to the organisation and tells that it was drawn', async (world) => {
  const actor = await anActor(world, 'observatory_officer')
  const done = await define(world, actor, ['11069', '11069', '11361'])
  assert.equal(done.state, 'done')
  const [drawn] = await world.look("select id, origin, organisation_id, first_day::text as since from territory where kind = 'bassin'")
  assert.deepEqual(
    [drawn?.['origin'], drawn?.['organisation_id'], drawn?.['since']],
    ['DDETS de l’Aude', actor.hat?.organisationId, '2026-01-01'],
  )
  assert.equal((await world.look("select from territory_membership where group_id like 'bassin-%'")).length, 2)
  assert.equal((await world.look("select from event where type = 'territories/perimeter-defined'")).length, 1)
})
