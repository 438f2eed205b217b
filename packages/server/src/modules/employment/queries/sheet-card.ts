import { day, daysOf, isoDate, type Month, monthOf, type OpenPeriod, type RefusalDetails, type Source } from '@maillage/kernel'
import type { SheetState, SheetTransitionName } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { MonthSheet, SheetSiae } from '../model-months.ts'

/** What somebody did to a month, inside the structure. */
export interface SheetAct {
  readonly transition: SheetTransitionName
  readonly reason: string | null
  readonly by: string | null
  readonly at: Temporal.Instant
}

/** What the law says otherwise in the hours of a stay. */
export interface HoursAnomaly {
  readonly stayId: string
  readonly rule: string
  readonly facts: RefusalDetails
  readonly source: Source | null
}

/** A place of work, and the days it is open. */
export interface PlaceOfWork {
  readonly id: string
  readonly name: string
  readonly open: OpenPeriod
}

/** A month of a structure as its page begins. */
export interface SheetCard {
  readonly siae: SheetSiae & { readonly organisationName: string; readonly departement: string }
  /** Null: nothing is written, or nothing that this reader may see. */
  readonly sheet: MonthSheet | null
  readonly acts: readonly SheetAct[]
  readonly anomalies: readonly HoursAnomaly[]
  /** Its places of work, closed ones too. */
  readonly worksites: readonly PlaceOfWork[]
}

interface Row {
  id: string
  name: string
  kind: SheetSiae['kind']
  organisation_id: string
  organisation_name: string
  territory_id: string
  departement: string
  sheet: { id: string; state: SheetState; validations: number; version: number } | null
  acts: readonly { transition: SheetTransitionName; reason: string | null; by: string | null; at: string }[]
  anomalies: readonly { stayId: string; rule: string; facts: RefusalDetails; source: Source | null }[]
  worksites: readonly { id: string; name: string; first: string; last: string | null }[]
}

/** A structure and its month, what was done to it and what is wrong in it, as far as the reader may know; one statement. */
export async function sheetCard({ tx }: Pick<ReadCtx, 'tx'>, siaeId: string, month: Month): Promise<SheetCard | undefined> {
  const first = isoDate(daysOf(month).first)
  const { rows } = await sql<Row>`
    select siae.id, siae.name, siae.kind, siae.organisation_id, organisation.name as organisation_name, siae.territory_id, departement.name as departement,
      (select jsonb_build_object('id', sheet.id, 'state', sheet.state, 'validations', sheet.validations, 'version', sheet.version)
        from month_sheet as sheet where sheet.siae_id = siae.id and sheet.month = ${first}) as sheet,
      coalesce((
        select jsonb_agg(jsonb_build_object('transition', act.transition, 'reason', act.reason,
          'at', to_char(act.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'by', (
            select member.display_name from membership as member
            where member.account_id = act.recorded_by and member.organisation_id = act.organisation_id order by member.first_day desc limit 1))
          order by act.recorded_at desc, act.id desc)
        from month_sheet_act as act join month_sheet as sheet on sheet.id = act.sheet_id
        where sheet.siae_id = siae.id and sheet.month = ${first}), '[]') as acts,
      coalesce((
        select jsonb_agg(jsonb_build_object('stayId', hours.stay_id, 'rule', anomaly.rule, 'facts', anomaly.facts, 'source', anomaly.source) order by anomaly.rule)
        from hours join anomaly on anomaly.subject_id = hours.id and anomaly.subject_table = 'hours' and anomaly.resolved_at is null
        where hours.siae_id = siae.id and hours.month = ${first}), '[]') as anomalies,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', worksite.id, 'name', worksite.name, 'first', worksite.first_day, 'last', worksite.last_day)
          order by worksite.name_key)
        from worksite where worksite.siae_id = siae.id), '[]') as worksites
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    where siae.id = ${siaeId}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  return {
    siae: {
      id: row.id,
      name: row.name,
      kind: row.kind,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      territoryId: row.territory_id,
      departement: row.departement,
    },
    sheet: row.sheet && {
      ...row.sheet,
      organisationId: row.organisation_id,
      siaeId: row.id,
      territoryId: row.territory_id,
      month: monthOf(day(first)),
    },
    acts: row.acts.map(({ at, ...act }) => ({ ...act, at: Temporal.Instant.from(at) })),
    anomalies: row.anomalies,
    worksites: row.worksites.map(({ id, name, first: opened, last: closed }) => ({
      id,
      name,
      open: { first: day(opened), last: closed === null ? null : day(closed) },
    })),
  }
}
