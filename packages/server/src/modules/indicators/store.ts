import { randomUUIDv7 } from 'node:crypto'
import { daysOf, isoDate, type Law, type Month } from '@maillage/kernel'
import { secrecyRule } from '@maillage/rules/statistics'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { cardOf } from './cards/catalogue.ts'
import type { CellValue, CountedSiae } from './cells/cell-value.ts'
import type { PersonPresent } from './queries/people-present.ts'
import { indicatorsOf } from './tables.ts'

const isoOf = (month: Month) => isoDate(daysOf(month).first)

/**
 * Marks the years of every territory that a structure counts in: its département, and the drawn or official groups around its commune; and of those
 * around the communes where people live, when some structure counts there too.
 */
export async function markYears(
  tx: Tx,
  { siaeId, homes, years, now }: { siaeId: string; homes: readonly string[]; years: readonly number[]; now: Temporal.Instant },
): Promise<void> {
  if (years.length === 0) return
  await sql`
    insert into dirty_year (territory_id, year, marked_at)
    select around.id, each.year, ${now.toString()}::timestamptz
    from unnest(${years as number[]}::integer[]) as each (year), (
      select siae.territory_id as id from siae where siae.id = ${siaeId}
      union
      select membership.group_id from siae
      join territory_membership as membership on membership.member_id = siae.commune_id and membership.last_day is null
      join territory as around on around.id = membership.group_id and around.kind in ('epci', 'bassin', 'perimeter')
      where siae.id = ${siaeId}
      union
      select home.id from territory as home
      where home.kind in ('departement', 'epci', 'bassin', 'perimeter')
        and home.id in (
          select membership.group_id from territory_membership as membership
          where membership.member_id = any (${homes as string[]}) and membership.last_day is null)
        and (exists (select from siae where siae.territory_id = home.id)
          or exists (
            select from territory_membership as beside join siae on siae.commune_id = beside.member_id
            where beside.group_id = home.id and beside.last_day is null))) as around
    on conflict (territory_id, year) do update set marked_at = excluded.marked_at`.execute(tx)
}

const atHome = (stayId: string, month: string, homeId: string | null) => `${stayId} ${month} ${homeId ?? ''}`

/**
 * Replaces who was there in these months.
 * @returns the communes where somebody lives who was not there before, or lived who is there no more
 */
export async function replacePeople(
  tx: Tx,
  siae: CountedSiae,
  months: readonly Month[],
  present: readonly PersonPresent[],
): Promise<readonly string[]> {
  const gone = await indicatorsOf(tx)
    .deleteFrom('person_month')
    .where('siae_id', '=', siae.id)
    .where('month', 'in', months.map(isoOf))
    .returning(['stay_id', 'month', 'home_id'])
    .execute()
  const before = new Map(gone.map(({ stay_id, month, home_id }) => [atHome(stay_id, month, home_id), home_id]))
  const changed = new Set<string | null>()
  for (const { stayId, month, homeId } of present) if (!before.delete(atHome(stayId, isoOf(month), homeId))) changed.add(homeId)
  for (const homeId of before.values()) changed.add(homeId)
  const homes = [...changed].filter((homeId) => homeId !== null)
  if (present.length === 0) return homes
  await sql`
    insert into person_month (stay_id, person_id, organisation_id, siae_id, month, sex, age_band, criteria, home_id, forgotten)
    select "stayId", "personId", ${siae.organisationId}, ${siae.id}, month, sex, "ageBand", criteria, "homeId", forgotten
    from jsonb_to_recordset(${JSON.stringify(present.map((each) => ({ ...each, month: isoOf(each.month) })))}::jsonb)
      as each ("stayId" uuid, "personId" uuid, month date, sex text, "ageBand" text, criteria text[], "homeId" text, forgotten boolean)`.execute(
    tx,
  )
  return homes
}

const keyOf = (month: string, indicator: string, dimension: string) => `${month} ${indicator} ${dimension}`

/**
 * Writes the cells of these months: one that did not change is left as it is; one that did is superseded and stays readable; one that no fact gives any
 * more is superseded by nothing.
 * @returns how many cells changed
 */
export async function writeCells(
  { tx, law, now }: { readonly tx: Tx; readonly law: Law; readonly now: Temporal.Instant },
  siae: CountedSiae,
  months: readonly Month[],
  values: readonly CellValue[],
): Promise<number> {
  const db = indicatorsOf(tx)
  const standing = await db
    .selectFrom('cell')
    .select(['id', 'indicator', 'version', 'month', 'dimension', 'state', 'numerator', 'denominator', 'people'])
    .where('siae_id', '=', siae.id)
    .where('month', 'in', months.map(isoOf))
    .where('superseded_at', 'is', null)
    .execute()
  const before = new Map(standing.map((cell) => [keyOf(cell.month, cell.indicator, cell.dimension), cell]))
  const changed = values.filter((value) => {
    const known = before.get(keyOf(isoOf(value.month), value.indicator, value.dimension))
    before.delete(keyOf(isoOf(value.month), value.indicator, value.dimension))
    const same =
      known &&
      known.version === cardOf(value.indicator).version &&
      known.state === value.state &&
      known.numerator === value.numerator &&
      known.denominator === value.denominator &&
      known.people === value.people
    if (known && !same) before.set(known.id, known)
    return !same
  })
  const gone = [...before.values()].map(({ id }) => id)
  if (gone.length > 0) await db.updateTable('cell').set({ superseded_at: now.toString() }).where('id', 'in', gone).execute()
  for (let from = 0; from < changed.length; from += 500) {
    await db
      .insertInto('cell')
      .values(
        changed.slice(from, from + 500).map(({ month, ...value }) => ({
          id: randomUUIDv7(),
          ...value,
          version: cardOf(value.indicator).version,
          siae_id: siae.id,
          organisation_id: siae.organisationId,
          territory_id: siae.territoryId,
          month: isoOf(month),
          least_people: secrecyRule(law, { audience: 'authority', counted: cardOf(value.indicator).counted }, daysOf(month).first).people,
          law_version: law.version,
          recorded_at: now.toString(),
          superseded_at: null,
        })),
      )
      .execute()
  }
  return changed.length + gone.length
}
