import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { CATALOGUE } from '../cards/catalogue.ts'
import type { Figure } from '../model.ts'

/**
 * The figures of a territory and year that the reader may read: those of the members, those of the authority and funders where they are one, those of
 * their own structures. Row security decides. One statement.
 */
export async function figuresOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  { territoryId, year }: { readonly territoryId: string; readonly year: number },
): Promise<{ readonly figures: readonly Figure[]; readonly builtOn: CalendarDate | null }> {
  const { rows } = await sql<Figure & { readonly builtOn: string }>`
    select indicator, version, audience, siae_id as "siaeId", kind, year, month::text as month, dimension, state, hidden_by as "hiddenBy",
      numerator, denominator, low, high, structures, excluded, rounded, built_at::date::text as "builtOn"
    from rollup where territory_id = ${territoryId} and year = ${year} and audience <> 'public'`.execute(tx)
  const built = rows
    .map(({ builtOn }) => builtOn)
    .toSorted()
    .at(-1)
  return {
    figures: rows.filter(({ indicator, version }) => CATALOGUE[indicator].version === version).map(({ builtOn: _at, ...figure }) => figure),
    builtOn: built === undefined ? null : day(built),
  }
}
