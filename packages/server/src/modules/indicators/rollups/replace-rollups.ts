import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Figure } from '../model.ts'
import type { PublishedFigure } from './publish.ts'

/** What a figure says, whole: two figures that say the same are the same. */
function saying({ excluded, ...figure }: PublishedFigure): string {
  return JSON.stringify([figure, excluded], (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}

/** How many structures there are: a few lines, always written again, whose day is that of the whole. */
const tellsTheDay = ({ indicator }: Pick<Figure, 'indicator'>) => indicator === 'structures'

/**
 * Replaces every figure of a territory and year. One that says what it said is left alone: an answer to one application changes some of two thousand, and
 * writing them all again took longer than adding them up.
 */
export async function replaceRollups(
  tx: Tx,
  territoryId: string,
  year: number,
  figures: readonly PublishedFigure[],
  now: Temporal.Instant,
): Promise<void> {
  const { rows: standing } = await sql<PublishedFigure & { id: string }>`
    select id, indicator, version, audience, siae_id as "siaeId", organisation_id as "organisationId", kind, year, month::text as month, dimension, state,
      hidden_by as "hiddenBy", numerator, denominator, low, high, structures, excluded, rounded
    from rollup where territory_id = ${territoryId} and year = ${year}`.execute(tx)
  const fresh = new Map(figures.map((figure) => [saying(figure), figure]))
  const gone = standing.filter(({ id: _id, ...figure }) => tellsTheDay(figure) || !fresh.delete(saying(figure))).map(({ id }) => id)
  if (gone.length > 0) await sql`delete from rollup where id = any (${gone}::uuid[])`.execute(tx)
  const changed = [...fresh.values()]
  // Thousands of lines: one text a batch travels much faster than twenty parameters a line.
  for (let from = 0; from < changed.length; from += 2000) {
    const rows = changed.slice(from, from + 2000).map((figure) => ({ id: randomUUIDv7(), ...figure }))
    await sql`
      insert into rollup (id, indicator, version, audience, territory_id, siae_id, organisation_id, kind, year, month, dimension, state, hidden_by,
        numerator, denominator, low, high, structures, excluded, rounded, built_at)
      select id, indicator, version, audience, ${territoryId}, "siaeId", "organisationId", kind, year, month, dimension, state, "hiddenBy",
        numerator, denominator, low, high, structures, excluded, rounded, ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (id uuid, indicator text, version integer, audience text, "siaeId" uuid,
        "organisationId" uuid, kind text, year integer, month date, dimension text, state text, "hiddenBy" text, numerator bigint, denominator bigint,
        low integer, high integer, structures integer, excluded jsonb, rounded boolean)`.execute(tx)
  }
}
