import { addMonths, type CalendarDate, type CentiHours, centiHours, day, isoDate, type Period, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import { owedDays } from '../statement-days.ts'

/** Months whose statements are still asked for. */
const MONTHS_BACK = 4

/** A statement that a mission owes: nobody typed it, or typed and not validated, or done. */
export interface OwedStatement {
  readonly assignmentId: string
  readonly personName: string | null
  readonly clientName: string
  readonly work: string
  readonly days: Period
  readonly state: 'missing' | 'typed' | 'validated'
  readonly signed: boolean
  readonly hours: CentiHours | null
  /** Its last day is over: it could be here. */
  readonly due: boolean
}

interface Row extends NamedRow {
  id: string
  client_name: string
  work: string
  kind: SiaeKind
  first_day: string
  last_day: string | null
  statements: readonly { first: string; hours: number; signed: boolean; validated: boolean }[]
}

/** The statements of the last months, those to come apart: by their last day, then by name. One statement. */
export async function owedStatements({ tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>): Promise<readonly OwedStatement[]> {
  const since = addMonths(today, -MONTHS_BACK)
  const { rows } = await sql<Row>`
    select mission.id, client.name as client_name, mission.work, siae.kind, mission.first_day, mission.last_day, named.*,
      coalesce((
        select jsonb_agg(jsonb_build_object('first', statement.first_day, 'signed', statement.signed_on is not null,
          'validated', statement.validated_at is not null, 'hours', (select sum(each) from unnest(statement.day_hours) as each)))
        from time_statement as statement where statement.assignment_id = mission.id and statement.cancelled_at is null), '[]') as statements
    from assignment as mission
    join host_client as client on client.id = mission.client_id
    join siae on siae.id = mission.siae_id
    left join lateral (${namesOf(sql`mission.person_id`)}) as named on true
    where mission.organisation_id = ${actor?.hat?.organisationId ?? null} and mission.cancelled_at is null
      and mission.first_day <= ${isoDate(today)} and coalesce(mission.last_day, '2999-12-31') >= ${isoDate(since)}
    order by named.family_key nulls last, named.given_key, mission.id`.execute(tx)
  return rows
    .flatMap((row) => {
      const mission = { firstDay: day(row.first_day), lastDay: row.last_day === null ? null : day(row.last_day) }
      return owedDays(row.kind, mission, today)
        .filter(({ last }) => last >= since)
        .map((days): OwedStatement => {
          const found = row.statements.find(({ first }) => day(first) === days.first)
          return {
            assignmentId: row.id,
            personName: nameOf(row),
            clientName: row.client_name,
            work: row.work,
            days,
            state: found ? (found.validated ? 'validated' : 'typed') : 'missing',
            signed: found?.signed ?? false,
            hours: found ? centiHours(found.hours) : null,
            due: days.last < today,
          }
        })
    })
    .toSorted((a, b) => a.days.last - b.days.last)
}

/** A day in an address. @example statementHref('…', day('2026-11-01')) // /missions/…/releves/2026-11-01 */
export const statementHref = (assignmentId: string, first: CalendarDate): string => `/missions/${assignmentId}/releves/${isoDate(first)}`
