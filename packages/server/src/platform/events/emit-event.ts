import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { Ctx } from '../command/context.ts'

/** Something that happened: ids only, so that an event never outlives the erasing of a person. */
export interface DomainEvent {
  /** `slice/what-happened`, in the past: `organisations/worksite-added` */
  readonly type: string
  readonly version: number
  /** Deliveries are ordered per subject. */
  readonly subjectId: string
  readonly ids: Readonly<Record<string, string>>
  readonly territoryId?: string
  /** The day that the fact is about, when it is not today: the first day of a month. */
  readonly occurredOn?: CalendarDate
}

/** Records an event in the transaction of the command: it is delivered after the commit, or never happened. */
export const emitEvent = (ctx: Ctx, event: DomainEvent): Promise<void> => emitEvents(ctx, [event])

/** Several at once, in one statement: what one act of somebody writes for many. */
export async function emitEvents(ctx: Ctx, events: readonly [DomainEvent, ...DomainEvent[]]): Promise<void> {
  await ctx.tx
    .insertInto('event')
    .values(
      events.map((event) => ({
        id: ctx.ids.next(),
        type: event.type,
        version: event.version,
        subject_id: event.subjectId,
        ids: JSON.stringify(event.ids),
        organisation_id: ctx.actor.hat?.organisationId ?? null,
        territory_id: event.territoryId ?? null,
        occurred_on: isoDate(event.occurredOn ?? ctx.today),
        recorded_at: ctx.now.toString(),
      })),
    )
    .execute()
}
