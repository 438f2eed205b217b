import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { legalDay } from '../clock.ts'
import { contextOfNobody, PARIS } from '../command/context.ts'
import type { Database, Tx } from '../database/database.ts'
import type { DeliveredEvent, EventHandler } from '../events/event-handler.ts'

const BATCH = 100
/** After so many failures a delivery is given up: see `failedDeliveries`. */
export const ATTEMPTS = 10

interface Waiting extends DeliveredEvent {
  readonly handler: string
}

function asJob<T>(database: Database, clock: Clock, work: (tx: Tx) => Promise<T>): Promise<T> {
  const context = contextOfNobody(legalDay(clock.now(), PARIS))
  return database.transaction({ role: 'maillage_job', context }, work)
}

/**
 * Gives each new event to its handlers: one row a pair. Takes only what every running transaction has already passed, and nothing that
 * would overtake an earlier event of its subject: a transaction may be older and have spoken later.
 */
async function spread(tx: Tx, handlers: readonly EventHandler[], now: string): Promise<number> {
  const { rows } = await sql<{ id: string; type: string }>`
    select id, type from event
    where dispatched_at is null and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      and not exists (
        select from event as earlier
        where earlier.subject_id = event.subject_id and earlier.dispatched_at is null and earlier.position < event.position
          and earlier.transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))
    order by position limit ${BATCH}`.execute(tx)
  const pairs = rows.flatMap(({ id, type }) =>
    handlers.filter((each) => each.event === type).map((each) => ({ event_id: id, handler: each.name })),
  )
  if (pairs.length > 0) {
    const values = pairs.map((pair) => ({ ...pair, delivered_at: null, last_failure: null, next_attempt_at: now }))
    await tx
      .insertInto('delivery')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (rows.length > 0) {
    await tx
      .updateTable('event')
      .set({ dispatched_at: now })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
  }
  return rows.length
}

/** The oldest delivery due to a handler we know, whose subject waits for nothing older with the same handler. */
async function nextDelivery(tx: Tx, names: readonly string[], now: string): Promise<Waiting | undefined> {
  // The first of each subject and handler, then the oldest of those that are due: asked once a delivery, it reads what waits once, not once a line.
  const { rows } = await sql<Waiting>`
    select id, type, version, "subjectId", ids, "organisationId", "territoryId", handler
    from (
      select distinct on (delivery.handler, event.subject_id) event.id, event.type, event.version, event.subject_id as "subjectId", event.ids,
        event.organisation_id as "organisationId", event.territory_id as "territoryId", event.position, delivery.handler, delivery.next_attempt_at
      from delivery join event on event.id = delivery.event_id
      where delivery.delivered_at is null and delivery.attempts < ${ATTEMPTS} and delivery.handler = any(${names})
      order by delivery.handler, event.subject_id, event.position) as first
    where next_attempt_at <= ${now}
    order by position limit 1`.execute(tx)
  return rows[0]
}

/** One handler, one transaction: the mark and the effect stand or fall together. */
async function deliver(tx: Tx, waiting: Waiting, handlers: readonly EventHandler[], now: Temporal.Instant): Promise<void> {
  const taken = await tx
    .updateTable('delivery')
    .set({ delivered_at: now.toString(), last_failure: null })
    .where('event_id', '=', waiting.id)
    .where('handler', '=', waiting.handler)
    .where('delivered_at', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return
  await handlers.find((each) => each.name === waiting.handler)?.handle({ tx, now, event: waiting })
}

/**
 * Delivers what happened, at least once, in order per subject. A handler that fails is tried again later and later, ten times.
 * @returns how many deliveries were made
 */
export async function dispatchEvents(database: Database, clock: Clock, handlers: readonly EventHandler[]): Promise<number> {
  const now = clock.now()
  while ((await asJob(database, clock, (tx) => spread(tx, handlers, now.toString()))) === BATCH);
  let delivered = 0
  const names = handlers.map(({ name }) => name)
  for (;;) {
    const waiting = await asJob(database, clock, (tx) => nextDelivery(tx, names, now.toString()))
    if (!waiting) return delivered
    try {
      await asJob(database, clock, (tx) => deliver(tx, waiting, handlers, now))
      delivered++
    } catch (error) {
      await asJob(database, clock, async (tx) => {
        await sql`
          update delivery set attempts = attempts + 1, last_failure = ${error instanceof Error ? error.name : 'unknown'},
            next_attempt_at = ${now.toString()}::timestamptz + make_interval(secs => power(2, attempts + 1)::integer)
          where event_id = ${waiting.id} and handler = ${waiting.handler}`.execute(tx)
      })
    }
  }
}
