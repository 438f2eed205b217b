import { randomUUIDv7 } from 'node:crypto'
import { day } from '@maillage/kernel'
import { databaseContext } from '../../platform/command/context.ts'
import type { DeliveredEvent } from '../../platform/events/event-handler.ts'
import { TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { restateAid } from './jobs/restate-aid.ts'

const delivered = new WeakMap<World, Set<string>>()

/** Delivers to this slice what happened since the last time, in order, as the dispatcher does after a commit. */
export async function deliver(world: World): Promise<void> {
  const seen = delivered.get(world) ?? new Set<string>()
  delivered.set(world, seen)
  const rows = (await world.look(
    'select id, type, version, subject_id as "subjectId", ids, organisation_id as "organisationId", territory_id as "territoryId" from event order by position',
  )) as unknown as readonly DeliveredEvent[]
  const options = { role: 'maillage_job', context: databaseContext(null, day(TEST_DAY), randomUUIDv7()) } as const
  for (const event of rows) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    for (const handler of restateAid)
      if (handler.event === event.type)
        await world.database.transaction(options, (tx) => handler.handle({ tx, now: world.clock.now(), event }))
  }
}

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
