import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { placeKey } from '../place-key.ts'
import { communesOf } from './communes-of.ts'

export interface FaultyLine {
  readonly line: number
  readonly text: string
  readonly why: 'unknown' | 'outside' | 'several'
}

/** More than any bassin counts; a whole région is better named as such. */
export const MOST_LINES = 2000

const linesOf = (pasted: string) =>
  pasted
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')

/**
 * Reads communes pasted one per line, by INSEE code or by name, among those of some territories. Each line that names none, or several, is told.
 * @example readCommuneLines(ctx, '11069\nNarbonne', ['departement-11']) // { codes: ['11069', '11262'], faults: [] }
 */
export async function readCommuneLines(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  pasted: string,
  territoryIds: readonly string[],
): Promise<{ readonly codes: readonly string[]; readonly faults: readonly FaultyLine[] }> {
  const lines = linesOf(pasted).slice(0, MOST_LINES)
  if (lines.length === 0) return { codes: [], faults: [] }
  const { rows } = await sql<{ line: number; code: string; inside: boolean }>`
    with mine as materialized (${communesOf(territoryIds, today)})
    select asked.line, commune.code, commune.id in (select id from mine) as inside
    from unnest(${lines.map(({ line }) => line)}::integer[], ${lines.map(({ text }) => placeKey(text).toUpperCase())}::text[], ${lines.map(({ text }) => placeKey(text))}::text[])
      as asked(line, code, key)
    join territory as commune on commune.kind = 'commune' and commune.last_day is null
      and (commune.code = asked.code or commune.name_key = asked.key or commune.bare_key = asked.key)`.execute(tx)
  const found = Map.groupBy(rows, ({ line }) => line)
  const codes: string[] = []
  const faults: FaultyLine[] = []
  for (const { line, text } of lines) {
    const all = found.get(line) ?? []
    const inside = all.filter((each) => each.inside)
    const [only] = inside
    if (only && inside.length === 1) codes.push(only.code)
    else faults.push({ line, text, why: inside.length > 1 ? 'several' : all.length > 0 ? 'outside' : 'unknown' })
  }
  return { codes: [...new Set(codes)], faults }
}
