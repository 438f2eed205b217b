import { type CalendarDate, centiHours, day, isoDate, monthOf } from '@maillage/kernel'
import { hoursOfStay, sensitivityOfExit } from '@maillage/rules/exits'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { ExitFacts, StayExit } from './model.ts'
import { type ExitTables, exitTablesOf } from './tables.ts'

type Row = Selectable<ExitTables['stay_exit']>

const hours = (hundredths: number | null) => (hundredths === null ? null : centiHours(hundredths))

/** What classes an exit, from its row: a reason that is not for the reader is withheld, hours that may decide and lack are not known. */
export function exitFactsOf(
  { law }: Pick<Ctx, 'law'>,
  row: Pick<Row, 'kind' | 'entry_day' | 'exit_on' | 'reason' | 'found_first' | 'found_last' | 'months'>,
) {
  const { kind } = row
  const [entry, exitOn] = [day(row.entry_day), day(row.exit_on)]
  const months = row.months.map((each) => ({ month: monthOf(day(each.month)), paid: hours(each.paid), worked: hours(each.worked) }))
  const found =
    row.found_first === null ? {} : { found: { first: day(row.found_first), last: row.found_last === null ? null : day(row.found_last) } }
  return {
    kind,
    entry,
    exitOn,
    reason: row.reason ?? 'withheld',
    hours: hoursOfStay(law, { kind, entry, exitOn, months }),
    ...found,
  } as const
}

/** A row of the view as the slice speaks of it. */
export function stayExitOf(ctx: Pick<Ctx, 'law'>, row: Omit<Row, 'unit_id'>): StayExit {
  return {
    id: row.id,
    stayId: row.stay_id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    siaeId: row.siae_id,
    version: row.version,
    ...exitFactsOf(ctx, row),
  }
}

/** The last version of the exit of a stay, standing or cancelled; undefined when none was ever recorded. */
export async function latestVersion(
  { tx }: Pick<Ctx, 'tx'>,
  stayId: string,
): Promise<{ readonly id: string; readonly version: number; readonly reasonVersion: number; readonly cancelled: boolean } | undefined> {
  const row = await exitTablesOf(tx)
    .selectFrom('exit')
    .innerJoin('exit_version', 'exit_version.exit_id', 'exit.id')
    .select(['exit.id', 'exit_version.version', 'exit_version.reason_version', 'exit_version.cancelled'])
    .where('exit.stay_id', '=', stayId)
    .where('exit_version.superseded_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, version: row.version, reasonVersion: row.reason_version, cancelled: row.cancelled }
}

interface OfStay {
  readonly exitId: string
  readonly personId: string
  readonly organisationId: string
}

const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })
const iso = (date: CalendarDate | null | undefined) => (date === null || date === undefined ? null : isoDate(date))

/** The exit of a stay, before its first version; `exit_once` stands behind. */
export async function insertExit(ctx: Ctx, { exitId, personId, organisationId }: OfStay, stayId: string, siaeId: string): Promise<void> {
  await exitTablesOf(ctx.tx)
    .insertInto('exit')
    .values({ id: exitId, stay_id: stayId, person_id: personId, organisation_id: organisationId, siae_id: siaeId, ...recordedBy(ctx) })
    .execute()
}

/** Adds what is known from now on; what was known before stays readable. */
export async function insertVersion(
  ctx: Ctx,
  of: OfStay,
  facts: ExitFacts & { readonly version: number; readonly reasonVersion: number; readonly cancelled: boolean },
  changeReason: string | null,
): Promise<void> {
  const ids = { exit_id: of.exitId, person_id: of.personId, organisation_id: of.organisationId, version: facts.version }
  await exitTablesOf(ctx.tx)
    .insertInto('exit_version')
    .values({
      ...ids,
      exit_on: isoDate(facts.exitOn),
      found_first: iso(facts.found?.first),
      found_last: iso(facts.found?.last),
      reason_version: facts.reason === null ? facts.reasonVersion : facts.version,
      cancelled: facts.cancelled,
      superseded_at: null,
      ...recordedBy(ctx),
    })
    .execute()
  if (changeReason !== null)
    await exitTablesOf(ctx.tx)
      .insertInto('exit_change')
      .values({ ...ids, reason: changeReason })
      .execute()
  if (facts.reason === null) return
  await exitTablesOf(ctx.tx)
    .insertInto('exit_reason')
    .values({ ...ids, reason: facts.reason, sensitivity: sensitivityOfExit(facts.reason), ...recordedBy(ctx) })
    .execute()
}

/** False when somebody changed the exit since it was read. */
export async function supersede({ tx, now }: Ctx, exitId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await exitTablesOf(tx)
    .updateTable('exit_version')
    .set({ superseded_at: now.toString() })
    .where('exit_id', '=', exitId)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
