import { day } from '@maillage/kernel'
import { contextOfNobody } from '../command/context.ts'
import type { DeliveredEvent, EventHandler } from '../events/event-handler.ts'
import { TEST_DAY, type World } from './database-test.ts'

const delivered = new WeakMap<World, Set<string>>()

/** Delivers to these handlers what happened since the last time, in order, as the dispatcher does after a commit. */
export async function deliverEvents(world: World, handlers: readonly EventHandler[]): Promise<void> {
  const seen = delivered.get(world) ?? new Set<string>()
  delivered.set(world, seen)
  const rows = (await world.look(
    'select id, type, version, subject_id as "subjectId", ids, organisation_id as "organisationId", territory_id as "territoryId" from event order by position',
  )) as unknown as readonly DeliveredEvent[]
  const options = { role: 'maillage_job', context: contextOfNobody(day(TEST_DAY)) } as const
  for (const event of rows)
    for (const handler of handlers) {
      const delivery = `${event.id} ${handler.name}`
      if (handler.event !== event.type || seen.has(delivery)) continue
      seen.add(delivery)
      await world.database.transaction(options, (tx) => handler.handle({ tx, now: world.clock.now(), event }))
    }
}
