import type { Actor } from '../../platform/command/actor.ts'

/** Who knows the people of a grid by their difficulties: those who accompany, coordinate or direct. */
export const GRID_READERS: readonly string[] = ['counsellor', 'director', 'assignment_coordinator']

/** Who imports the monthly follow-up of a structure, and produces it. */
export const mayImportGrids = ({ hat }: Actor): boolean =>
  hat !== null && GRID_READERS.includes(hat.role) && hat.functions.includes('operator')

/** The same, for one structure. */
export const mayImportGridOf = (actor: Actor, { organisationId }: { readonly organisationId: string }): boolean =>
  mayImportGrids(actor) && actor.hat?.organisationId === organisationId
