import { addDays, type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { DrawnKind } from '../model.ts'
import { placeKey } from '../place-key.ts'
import type { Grouping } from './read-groupings.ts'

export interface GroupingEdition {
  readonly kind: DrawnKind
  /** Who publishes what, the same at each edition: « Insee, zones d’emploi ». */
  readonly origin: string
  readonly vintage: string
  /** From which day this edition is the map. */
  readonly firstDay: CalendarDate
}

export type ImportAnswer =
  | { readonly state: 'done'; readonly groupings: number; readonly communes: number; readonly ended: number }
  | { readonly state: 'refused'; readonly faults: readonly string[] }

/** Communes of the file that the map does not know: another year of the official code, mostly. */
async function unknownCommunes(tx: Tx, codes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${codes}::text[]) as code
    where not exists (select from territory where kind = 'commune' and territory.code = code.code) order by code`.execute(tx)
  return rows.map(({ code }) => code)
}

/** Groupings of another publisher, or drawn here, that already bear one of these codes. */
async function codesOfOthers(tx: Tx, { kind, origin }: GroupingEdition, codes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from territory where kind = ${kind} and code = any (${codes}::text[]) and origin is distinct from ${origin} order by code`.execute(
    tx,
  )
  return rows.map(({ code }) => code)
}

/** Whether a later edition of the same publisher is already the map: an old file would then undo it in silence. */
async function hasLaterEdition(tx: Tx, { kind, origin, firstDay }: GroupingEdition): Promise<boolean> {
  const { rows } = await sql`
    select from territory_membership join territory on territory.id = group_id
    where territory.kind = ${kind} and territory.origin = ${origin} and territory_membership.first_day > ${isoDate(firstDay)}::date limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * Makes an edition of a publisher the map from a day on: what changed ends the day before, what stays is left alone, nothing is erased.
 * A corrected file of the same edition replaces it. Importing the same file twice changes nothing. Runs as the loader, in one transaction.
 */
export async function importGroupings(tx: Tx, edition: GroupingEdition, groupings: readonly Grouping[]): Promise<ImportAnswer> {
  const { kind, origin, vintage, firstDay } = edition
  const pairs = groupings.flatMap(({ code, communes }) => communes.map((commune) => [`${kind}-${code}`, `commune-${commune}`] as const))
  const unknown = await unknownCommunes(tx, [...new Set(groupings.flatMap(({ communes }) => communes))])
  const taken = await codesOfOthers(
    tx,
    edition,
    groupings.map(({ code }) => code),
  )
  const faults = [
    ...unknown.map((code) => `La commune ${code} n’existe pas dans la carte de cette base.`),
    ...((await hasLaterEdition(tx, edition))
      ? [`Une édition de « ${origin} » commence après le ${isoDate(firstDay)} : importez les éditions dans l’ordre.`]
      : []),
    ...taken.map((code) => `Le code ${code} désigne déjà un territoire d’une autre origine que « ${origin} ».`),
  ]
  if (faults.length > 0) return { state: 'refused', faults }
  const first = sql`${isoDate(firstDay)}::date`
  const dayBefore = sql`${isoDate(addDays(firstDay, -1))}::date`
  const ids = groupings.map(({ code }) => `${kind}-${code}`)
  await sql`
    insert into territory (id, kind, code, name, name_key, first_day, vintage, origin)
    select ${`${kind}-`} || code, ${kind}, code, name, name_key, ${first}, ${vintage}, ${origin}
    from unnest(${groupings.map(({ code }) => code)}::text[], ${groupings.map(({ name }) => name)}::text[], ${groupings.map(({ name }) => placeKey(name))}::text[])
      as given(code, name, name_key)
    on conflict (kind, code) do update set name = excluded.name, name_key = excluded.name_key, vintage = excluded.vintage, last_day = null`.execute(
    tx,
  )
  const ended = await sql`
    update territory set last_day = greatest(${dayBefore}, first_day)
    where kind = ${kind} and origin = ${origin} and last_day is null and not (id = any (${ids}::text[]))`.execute(tx)
  const given = sql`unnest(${pairs.map(([id]) => id)}::text[], ${pairs.map(([, commune]) => commune)}::text[]) as given(id, commune)`
  await sql`
    delete from territory_membership as old using territory as grouping
    where grouping.id = old.group_id and grouping.kind = ${kind} and grouping.origin = ${origin} and old.first_day = ${first}
      and not exists (select from ${given} where given.id = old.group_id and given.commune = old.member_id)`.execute(tx)
  await sql`
    update territory_membership as old set last_day = ${dayBefore}
    from territory as grouping
    where grouping.id = old.group_id and grouping.kind = ${kind} and grouping.origin = ${origin} and old.last_day is null and old.first_day < ${first}
      and not exists (select from ${given} where given.id = old.group_id and given.commune = old.member_id)`.execute(tx)
  await sql`
    insert into territory_membership (member_id, group_id, first_day, vintage)
    select commune, id, ${first}, ${vintage}
    from ${given}
    where not exists (select from territory_membership as kept where kept.group_id = given.id and kept.member_id = given.commune and kept.last_day is null)
    on conflict (member_id, group_id, first_day) do update set last_day = null`.execute(tx)
  return { state: 'done', groupings: groupings.length, communes: pairs.length, ended: Number(ended.numAffectedRows ?? 0n) }
}
