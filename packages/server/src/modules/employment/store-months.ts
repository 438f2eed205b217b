import { centiHours, day, daysOf, isoDate, type Month, monthOf, type OpenPeriod } from '@maillage/kernel'
import type { SheetActor, SheetState, SheetTransitionName } from '@maillage/rules/employment'
import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { HoursFigures, HoursMeasure, HoursRow, MonthSheet, SheetSiae } from './model-months.ts'
import { type EmploymentTables, employmentOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>

const firstOf = (month: Month) => isoDate(daysOf(month).first)
const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })
const figure = (stored: number | null) => (stored === null ? null : centiHours(stored))

/** The figures of a version as it is written. */
const figuresOf = (row: Pick<Selectable<EmploymentTables['hours_version']>, keyof HoursFigures>): HoursFigures => ({
  paid: figure(row.paid),
  worked: figure(row.worked),
  accompaniment: figure(row.accompaniment),
  clause: figure(row.clause),
})

function sheetOf(row: Selectable<EmploymentTables['month_sheet']>): MonthSheet {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    siaeId: row.siae_id,
    territoryId: row.territory_id,
    month: monthOf(day(row.month)),
    state: row.state,
    validations: row.validations,
    version: row.version,
  }
}

/** A structure with what its months need to know of it. */
export async function findSheetSiae({ tx }: Reading, siaeId: string): Promise<SheetSiae | undefined> {
  const { rows } = await sql<SheetSiae>`
    select id, name, kind, organisation_id as "organisationId", territory_id as "territoryId" from siae where id = ${siaeId}`.execute(tx)
  return rows[0]
}

/** The month of a structure, when something is written in it. */
export async function findSheet({ tx }: Reading, siaeId: string, month: Month): Promise<MonthSheet | undefined> {
  const row = await employmentOf(tx)
    .selectFrom('month_sheet')
    .selectAll()
    .where('siae_id', '=', siaeId)
    .where('month', '=', firstOf(month))
    .executeTakeFirst()
  return row && sheetOf(row)
}

/** The month of a structure, opened as a draft when nothing is written in it. The caller holds the month. */
export async function openSheet(ctx: Ctx, siae: SheetSiae, month: Month): Promise<MonthSheet> {
  const known = await findSheet(ctx, siae.id, month)
  if (known) return known
  const row = {
    id: ctx.ids.next(),
    organisation_id: siae.organisationId,
    siae_id: siae.id,
    territory_id: siae.territoryId,
    month: firstOf(month),
    state: 'draft',
    validations: 0,
    version: 1,
    ...recordedBy(ctx),
  } as const
  await employmentOf(ctx.tx).insertInto('month_sheet').values(row).execute()
  return sheetOf(row)
}

/** Moves a month that nobody moved since it was read, and writes who did it; false when somebody had. */
export async function moveSheet(
  ctx: Ctx,
  { id, organisationId, version, validations }: MonthSheet,
  move: {
    readonly transition: SheetTransitionName
    readonly to: SheetState
    readonly by?: SheetActor
    readonly reason?: string | null
  },
): Promise<boolean> {
  const { transition, to, by = 'structure', reason = null } = move
  const { numUpdatedRows } = await employmentOf(ctx.tx)
    .updateTable('month_sheet')
    .set({ state: to, version: version + 1, validations: transition === 'validate' ? validations + 1 : validations })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await employmentOf(ctx.tx)
    .insertInto('month_sheet_act')
    .values({ id: ctx.ids.next(), sheet_id: id, organisation_id: organisationId, transition, by, reason, ...recordedBy(ctx) })
    .execute()
  return true
}

/** A stay as its hours need to know it. */
export interface HoursStay extends ClauseOf {
  readonly id: string
  readonly personId: string
  readonly unitId: string
  readonly organisationId: string
}

/** The stays of a structure among these that the reader knows, with what the contract of the month says of its market. */
export async function findHoursStays({ tx }: Reading, siaeId: string, month: Month, ids: readonly string[]): Promise<readonly HoursStay[]> {
  const { rows } = await sql<HoursStay>`
    select stay.id, stay.person_id as "personId", stay.unit_id as "unitId", stay.organisation_id as "organisationId",
      signed.market, signed.lot, signed.clause_kind as "clauseKind"
    from siae_stay as stay
    left join lateral (
      select known.market, known.lot, known.clause_kind
      from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where contract.stay_id = stay.id and known.first_day <= ${isoDate(daysOf(month).last)}
      order by known.first_day desc limit 1) as signed on true
    where stay.siae_id = ${siaeId} and stay.cancelled_at is null and stay.id = any (${ids}::uuid[])`.execute(tx)
  return rows
}

/** Hours of a month with the versions asked about: the current ones, and those that a form had read. */
export interface KnownHours {
  readonly current: readonly HoursRow[]
  /** What a form had read, by `hoursId/version`. */
  readonly read: ReadonlyMap<string, HoursFigures>
}

/** The hours of a structure in a month, as they are known now and as a form had read them; one statement. */
export async function knownHours(
  { tx }: Reading,
  siaeId: string,
  month: Month,
  seen: readonly { readonly hoursId: string; readonly version: number }[],
): Promise<KnownHours> {
  const { rows } = await sql<
    Selectable<EmploymentTables['hours_version']> & { stay_id: string; worksite_id: string | null; measure: HoursMeasure }
  >`
    select known.*, hours.stay_id, hours.worksite_id, hours.measure
    from hours join hours_version as known on known.hours_id = hours.id
    where hours.siae_id = ${siaeId} and hours.month = ${firstOf(month)}
      and (known.superseded_at is null
        or (known.hours_id, known.version) in (
          select seen.hours_id, seen.version from unnest(${seen.map(({ hoursId }) => hoursId)}::uuid[], ${seen.map(({ version }) => version)}::integer[])
            as seen (hours_id, version)))`.execute(tx)
  return {
    read: new Map(rows.map((row) => [`${row.hours_id}/${row.version}`, figuresOf(row)])),
    current: rows
      .filter(({ superseded_at }) => superseded_at === null)
      .map((row) => ({
        id: row.hours_id,
        stayId: row.stay_id,
        worksiteId: row.worksite_id,
        measure: row.measure,
        version: row.version,
        cancelled: row.cancelled,
        ...figuresOf(row),
      })),
  }
}

/** What a contract says of the market that it serves. */
export interface ClauseOf {
  readonly market: string | null
  readonly lot: string | null
  readonly clauseKind: string | null
}

/** A new version of hours; `version` 1 when nobody had typed them. */
export interface HoursWriting {
  readonly hoursId: string
  readonly personId: string
  readonly version: number
  readonly figures: HoursFigures
  readonly cancelled: boolean
  /** The market, lot and clause of the contract, kept with the hours: they could not be found again later. */
  readonly clauseOf: ClauseOf
  /** Where these hours stand, for the first version only. */
  readonly opens?: { readonly stayId: string; readonly worksiteId: string | null; readonly measure: HoursMeasure }
}

/** Writes what changed: the version before it stays readable. `hours_version_one_current` stands behind; the caller holds the month. */
export async function writeVersions(
  ctx: Ctx,
  { id: siaeId, organisationId }: Pick<SheetSiae, 'id' | 'organisationId'>,
  month: Month,
  writings: readonly HoursWriting[],
  reason: string | null,
): Promise<void> {
  if (writings.length === 0) return
  const db = employmentOf(ctx.tx)
  const opened = writings.flatMap(({ hoursId, personId, opens }) =>
    opens
      ? [
          {
            id: hoursId,
            stay_id: opens.stayId,
            person_id: personId,
            organisation_id: organisationId,
            siae_id: siaeId,
            month: firstOf(month),
            worksite_id: opens.worksiteId,
            measure: opens.measure,
            ...recordedBy(ctx),
          },
        ]
      : [],
  )
  if (opened.length > 0) await db.insertInto('hours').values(opened).execute()
  const standing = writings.filter(({ opens }) => !opens).map(({ hoursId }) => hoursId)
  if (standing.length > 0)
    await db
      .updateTable('hours_version')
      .set({ superseded_at: ctx.now.toString() })
      .where('hours_id', 'in', standing)
      .where('superseded_at', 'is', null)
      .execute()
  await db
    .insertInto('hours_version')
    .values(
      writings.map(({ hoursId, personId, version, figures, cancelled, clauseOf }) => ({
        hours_id: hoursId,
        person_id: personId,
        organisation_id: organisationId,
        version,
        paid: figures.paid,
        worked: figures.worked,
        accompaniment: figures.accompaniment,
        clause: figures.clause,
        market: clauseOf.market,
        lot: clauseOf.lot,
        clause_kind: clauseOf.clauseKind,
        cancelled,
        superseded_at: null,
        reason,
        ...recordedBy(ctx),
      })),
    )
    .execute()
}

/** The totals of a validation, in place of those of the one before. */
export async function replaceTotals(
  ctx: Ctx,
  sheet: MonthSheet,
  totals: readonly Pick<
    EmploymentTables['month_total'],
    'worksite_id' | 'worksite_territory_id' | 'measure' | 'percent' | 'people' | 'counted' | 'paid' | 'worked' | 'held_back'
  >[],
): Promise<void> {
  const db = employmentOf(ctx.tx)
  await db
    .updateTable('month_total')
    .set({ superseded_at: ctx.now.toString() })
    .where('sheet_id', '=', sheet.id)
    .where('superseded_at', 'is', null)
    .execute()
  if (totals.length === 0) return
  await db
    .insertInto('month_total')
    .values(
      totals.map((total) => ({
        id: ctx.ids.next(),
        sheet_id: sheet.id,
        validation: sheet.validations + 1,
        organisation_id: sheet.organisationId,
        siae_id: sheet.siaeId,
        territory_id: sheet.territoryId,
        month: firstOf(sheet.month),
        ...total,
        ...recordedBy(ctx),
        superseded_at: null,
        withdrawn_at: null,
      })),
    )
    .execute()
}

/** The month goes back to draft: nothing of it is read outside any more. */
export async function withdrawTotals({ tx, now }: Ctx, sheet: MonthSheet): Promise<void> {
  await employmentOf(tx)
    .updateTable('month_total')
    .set({ withdrawn_at: now.toString() })
    .where('sheet_id', '=', sheet.id)
    .where('superseded_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** A place of work of a structure, with its département and the days it is open. */
export interface SheetWorksite {
  readonly id: string
  readonly name: string
  readonly territoryId: string | null
  readonly open: OpenPeriod
}

/** Every place of work of a structure, closed ones too: their hours remain. */
export async function worksitesOf({ tx }: Reading, siaeId: string): Promise<readonly SheetWorksite[]> {
  const { rows } = await sql<{ id: string; name: string; territoryId: string | null; first_day: string; last_day: string | null }>`
    select worksite.id, worksite.name, worksite.first_day, worksite.last_day,
      (select departement from departements_of(worksite.commune_id) as departement limit 1) as "territoryId"
    from worksite where worksite.siae_id = ${siaeId} order by worksite.name_key`.execute(tx)
  return rows.map(({ first_day, last_day, ...site }) => ({
    ...site,
    open: { first: day(first_day), last: last_day === null ? null : day(last_day) },
  }))
}
