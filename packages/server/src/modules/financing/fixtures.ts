import { randomUUIDv7 } from 'node:crypto'
import { TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { deliverEvents } from '../../platform/testing/deliver-events.ts'
import { restateAid } from './jobs/restate-aid.ts'

/** Delivers to this slice what happened since the last time, in order, as the dispatcher does after a commit. */
export const deliver = (world: World): Promise<void> => deliverEvents(world, restateAid)

/** Tells this slice that something of a structure changed, a second later, when a test wrote it without a command. */
export async function tell(world: World, type: string, siae: { readonly id: string }): Promise<void> {
  world.clock.set(world.clock.now().add({ seconds: 1 }).toString())
  await world.look(
    `insert into event (id, type, version, subject_id, ids, occurred_on, recorded_at)
     values ($1, $2, 1, $3, $4::jsonb, $5, $6)`,
    [randomUUIDv7(), type, siae.id, JSON.stringify({ siaeId: siae.id }), TEST_DAY, world.clock.now().toString()],
  )
  await deliver(world)
}
