import type { Actor, OrganisationFunction } from '../../platform/command/actor.ts'
import type { DrawnTerritory } from './model.ts'

/** Who draws, and by which functions of their organisation. */
const DRAWS: Readonly<Record<string, readonly OrganisationFunction[]>> = {
  authority_officer: ['authority'],
  funder_officer: ['funder'],
  observatory_officer: ['authority', 'funder', 'network', 'facilitator'],
}

/** The territories where an actor may draw: those where their organisation steers or observes, not those where it does something else. */
export const drawsIn = ({ hat }: Actor): readonly string[] =>
  hat === null ? [] : [...new Set((DRAWS[hat.role] ?? []).flatMap((each) => hat.territoriesBy[each] ?? []))]

/** Who draws groupings of communes: those who steer or observe, on the territories where their organisation acts. */
export const mayDraw = (actor: Actor): boolean => drawsIn(actor).length > 0

/** Who closes one: the same, in the organisation that drew it. Whoever drew it may have left. */
export const mayClose = (actor: Actor, drawn: Pick<DrawnTerritory, 'organisationId'>): boolean =>
  mayDraw(actor) && actor.hat?.organisationId === drawn.organisationId
