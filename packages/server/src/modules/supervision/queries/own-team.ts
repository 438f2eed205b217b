import { sql } from 'kysely'
import type { Actor } from '../../../platform/command/actor.ts'
import { readsOwnTeamOnly } from '../policy.ts'

/** The stays that a reader meets here: who supervises, those of their own team; the others, all that row security shows. */
export const ofOwnTeam = (actor: Actor | null) =>
  actor && readsOwnTeamOnly(actor) ? sql`stay.unit_id = any (${[...(actor.hat?.units ?? [])]}::uuid[])` : sql`true`
