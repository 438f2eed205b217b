import type { CalendarDate, Law } from '@maillage/kernel'
import { type Clock, legalDay } from '../clock.ts'
import type { Database, Tx } from '../database/database.ts'
import type { DatabaseContext } from '../database/opener.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { Actor } from './actor.ts'

/** Makes ids: sortable by time, so that indexes stay dense. */
export interface Ids {
  next(): string
}

/** All that a command may touch. No pool, no clock, no network. */
export interface Ctx {
  readonly tx: Tx
  readonly actor: Actor
  readonly law: Law
  /** The legal day where the acting organisation is. */
  readonly today: CalendarDate
  readonly now: Temporal.Instant
  readonly ids: Ids
  /** Seals what the database must not read, for one row of one table. */
  readonly keys: KeyRing
  readonly requestId: string
}

/** What the edge needs to open contexts. */
export interface Runtime {
  readonly database: Database
  readonly law: Law
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: KeyRing
  /** Constraint of the database → code of the refusal it stands behind. */
  readonly constraints: ReadonlyMap<string, string>
  /** Called after a commit that wrote events. */
  readonly wake: () => void
}

export const PARIS = 'Europe/Paris'

/** Stands for the account or the request where there was none. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The legal day for an actor; Paris for a visitor. */
export function todayFor(runtime: Pick<Runtime, 'clock'>, actor: Actor | null): CalendarDate {
  return legalDay(runtime.clock.now(), actor?.hat?.timeZone ?? actor?.subject?.timeZone ?? PARIS)
}

/** What row security is told about an actor. */
export function databaseContext(actor: Actor | null, today: CalendarDate, requestId: string): DatabaseContext {
  return {
    // None for a person: whatever an account may ask, they may not.
    account: actor && !actor.subject ? actor.accountId : null,
    session: actor?.sessionHash ?? null,
    organisation: actor?.hat?.organisationId ?? null,
    units: actor?.hat?.units ?? [],
    functions: actor?.hat?.functions ?? [],
    territories: actor?.hat?.territories ?? [],
    hatRole: actor?.hat?.role ?? null,
    subjectPerson: actor?.subject?.personId ?? null,
    purpose: null,
    today,
    requestId,
  }
}

/** What row security is told about work that nobody asked for: a job, a file loaded at set-up. */
export const contextOfNobody = (today: CalendarDate): DatabaseContext => databaseContext(null, today, NOBODY)
