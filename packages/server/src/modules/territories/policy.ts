import type { Actor } from '../../platform/command/actor.ts'
import type { DrawnTerritory } from './model.ts'

const DRAWS = new Set(['authority_officer', 'observatory_officer', 'funder_officer'])

/** Who draws groupings of communes: those who steer or observe, on the territories where their organisation acts. */
export const mayDraw = (actor: Actor): boolean => actor.hat !== null && DRAWS.has(actor.hat.role) && actor.hat.territories.length > 0

/** Who closes one: the same, in the organisation that drew it. Whoever drew it may have left. */
export const mayClose = (actor: Actor, drawn: Pick<DrawnTerritory, 'organisationId'>): boolean =>
  mayDraw(actor) && actor.hat?.organisationId === drawn.organisationId
