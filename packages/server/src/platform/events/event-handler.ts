import type { Tx } from '../database/database.ts'

/** An event as it is delivered. */
export interface DeliveredEvent {
  readonly id: string
  readonly type: string
  readonly version: number
  readonly subjectId: string
  readonly ids: Readonly<Record<string, string>>
  readonly organisationId: string | null
  readonly territoryId: string | null
}

/** What a slice does when something happened elsewhere: one transaction, at least once, so it must bear being called again. */
export interface EventHandler {
  /** `slice/what-it-does`; part of the key that makes a second delivery do nothing. */
  readonly name: string
  readonly event: string
  handle(context: { readonly tx: Tx; readonly now: Temporal.Instant; readonly event: DeliveredEvent }): Promise<void>
}
