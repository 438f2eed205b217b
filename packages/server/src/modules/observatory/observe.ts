import type { CalendarDate } from '@maillage/kernel'
import type { ReadCtx } from '../../platform/command/read.ts'
import type { FormBody } from '../../platform/http/page-request.ts'
import { figuresBeside, figuresOf } from '../indicators/index.ts'
import { type FigureSet, territorySet } from './figure-set.ts'
import { type ObservedTerritory, observedTerritory } from './queries/observed-territory.ts'
import { type StructureHere, structuresHere } from './queries/structures-here.ts'
import { type Asked, readAsked } from './read-asked.ts'

/** Everything that the page of a territory and its exports show to one reader. */
export interface Observation {
  readonly territory: ObservedTerritory
  readonly asked: Asked
  readonly today: CalendarDate
  readonly found: Awaited<ReturnType<typeof figuresOf>>
  readonly set: FigureSet
  readonly beside: Awaited<ReturnType<typeof figuresBeside>>
  readonly structures: readonly StructureHere[]
}

/** Reads a territory in four statements; undefined when it does not exist or has no figures of its own. */
export async function observe(ctx: ReadCtx, territoryId: string, query: FormBody): Promise<Observation | undefined> {
  const territory = await observedTerritory(ctx, territoryId)
  if (!territory) return undefined
  const asked = readAsked(query, ctx.today)
  const found = await figuresOf(ctx, { territoryId, year: asked.year })
  const beside = await figuresBeside(ctx, {
    territoryKind: territory.kind,
    year: asked.year,
    kind: asked.kind,
    figures: [['dynamic-rate', 'all']],
  })
  const structures = await structuresHere(ctx, territoryId, asked.year)
  return { territory, asked, today: ctx.today, found, set: territorySet(found.figures, asked.kind), beside, structures }
}
