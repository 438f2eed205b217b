import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import type { Actor } from '../../../platform/command/actor.ts'
import { perform } from '../../../platform/command/perform.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap, aWorker } from '../fixtures.ts'
import { closePerimeter } from './close-perimeter.ts'
import { definePerimeter } from './define-perimeter.ts'

const HAT = '01a1fdcc-a243-7c63-8c3d-ae0bb23924c1'

function actorOf({ accountId, organisationId }: { accountId: string; organisationId: string }, role: string): Actor {
  const hat = {
    membershipId: HAT,
    role,
    organisationId,
    organisationName: 'DDETS de l’Aude',
    timeZone: 'Europe/Paris',
    units: [],
    functions: ['authority' as const],
    territories: ['departement-11'],
    territoriesBy: { authority: ['departement-11'] },
  }
  return { accountId, name: 'Camille Roux', administrator: false, sessionHash: '', hat, hats: [hat] }
}

async function aPerimeter(world: World) {
  const { mine, theirs } = await world.load(async (tx) => {
    await aSmallMap(tx)
    return {
      mine: await aWorker(tx, { role: 'authority_officer' }),
      theirs: await aWorker(tx, { role: 'authority_officer', name: 'Autre' }),
    }
  })
  const input = { name: 'Littoral', kind: 'perimeter' as const, firstDay: day('2026-01-01'), communes: ['11262'] }
  const drawn = await perform(
    world.runtime,
    definePerimeter,
    actorOf(mine, 'authority_officer'),
    input,
    world.runtime.ids.next(),
    ({ id }) => id,
  )
  assert.equal(drawn.state, 'done')
  return { mine, theirs, id: drawn.state === 'done' ? drawn.location : '' }
}

const close = (world: World, actor: Actor, territoryId: string, lastDay: string) =>
  perform(world.runtime, closePerimeter, actor, { territoryId, lastDay: day(lastDay) }, world.runtime.ids.next(), () => '/')

databaseTest('nobody of another organisation, and nobody of another role, closes a perimeter', async (world) => {
  const { mine, theirs, id } = await aPerimeter(world)
  assert.equal((await close(world, actorOf(theirs, 'authority_officer'), id, '2026-06-30')).state, 'refused')
  assert.equal((await close(world, actorOf(mine, 'director'), id, '2026-06-30')).state, 'refused')
})

databaseTest('the official map and what does not exist are not closed', async (world) => {
  const { mine } = await aPerimeter(world)
  for (const id of ['departement-11', 'commune-11069', 'perimeter-nothing'])
    assert.equal((await close(world, actorOf(mine, 'authority_officer'), id, '2026-06-30')).state, 'refused', id)
})

databaseTest('a perimeter ends on its last day, once, and not before its first', async (world) => {
  const { mine, id } = await aPerimeter(world)
  const actor = actorOf(mine, 'authority_officer')
  assert.equal((await close(world, actor, id, '2025-12-31')).state, 'refused')
  assert.equal((await close(world, actor, id, '2026-01-01')).state, 'done')
  assert.equal((await close(world, actor, id, '2026-06-30')).state, 'refused')
  const [row] = await world.look('select last_day::text as last from territory where id = $1', [id])
  assert.equal(row?.['last'], '2026-01-01')
})
