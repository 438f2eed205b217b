import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Figure, IndicatorCode } from '../model.ts'

/** A figure of another territory of the same kind, as every member reads it. */
export interface FigureBeside extends Figure {
  readonly territoryId: string
  readonly territoryName: string
  readonly territoryCode: string
}

/** One figure in every territory of a kind, in the order of their names: like with like, never a ranking. One statement. */
export async function figuresBeside(
  { tx }: Pick<ReadCtx, 'tx'>,
  asked: {
    readonly territoryKind: string
    readonly year: number
    readonly kind: string
    readonly figures: readonly (readonly [IndicatorCode, string])[]
  },
): Promise<readonly FigureBeside[]> {
  const { rows } = await sql<FigureBeside>`
    select rollup.indicator, rollup.version, rollup.audience, rollup.siae_id as "siaeId", rollup.kind, rollup.year, rollup.month, rollup.dimension, rollup.state,
      rollup.hidden_by as "hiddenBy", rollup.numerator, rollup.denominator, rollup.low, rollup.high, rollup.structures, rollup.excluded, rollup.rounded,
      territory.id as "territoryId", territory.name as "territoryName", territory.code as "territoryCode"
    from rollup join territory on territory.id = rollup.territory_id
    where territory.kind = ${asked.territoryKind} and rollup.year = ${asked.year} and rollup.kind = ${asked.kind} and rollup.audience = 'insiders'
      and rollup.month is null and rollup.indicator || '/' || rollup.dimension = any (${asked.figures.map((each) => each.join('/'))})
    order by territory.name_key, territory.id`.execute(tx)
  return rows
}
