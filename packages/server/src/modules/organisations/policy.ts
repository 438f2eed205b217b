import type { Actor } from '../../platform/command/actor.ts'
import type { Siae } from './model.ts'

const STEERS = new Set(['director', 'organisation_administrator'])

/** Who changes the places of a structure: those who steer its carrier. */
export const maySteer = (actor: Actor, { organisationId }: Pick<Siae, 'organisationId'>): boolean =>
  actor.hat?.organisationId === organisationId && STEERS.has(actor.hat.role)
