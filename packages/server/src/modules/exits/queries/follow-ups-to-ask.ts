import { addMonths, type CalendarDate, day, isoDate } from '@maillage/kernel'
import { type ExitReason, type FollowUp, type FollowUpAnswer, followUpsOf } from '@maillage/rules/exits'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import { type StopRow, stopsOf } from '../model-follow-up.ts'

/** A follow-up of somebody who left, with where it stands. */
export interface FollowUpLine extends FollowUp {
  readonly stayId: string
  readonly personName: string | null
  readonly siaeName: string
  readonly exitOn: CalendarDate
}

interface Row extends NamedRow {
  readonly stay_id: string
  readonly siae_name: string
  readonly exit_on: string
  readonly reason: ExitReason | null
  readonly answers: readonly FollowUpAnswer[]
  readonly stops: readonly StopRow[]
}

/** Longer than the longest horizon and its days. */
const MONTHS_BACK = 40

/** The follow-ups of those who left the reader's structures, the people of their teams, the earliest due first. One statement. */
export async function followUpsToAsk({ tx, law, today }: Pick<ReadCtx, 'tx' | 'law' | 'today'>): Promise<readonly FollowUpLine[]> {
  const { rows } = await sql<Row>`
    select said.stay_id, siae.name as siae_name, said.exit_on, said.reason, said.answers, said.stops, named.*
    from exits_followed(${isoDate(addMonths(today, -MONTHS_BACK))}::date) as said
    join siae on siae.id = said.siae_id
    left join lateral (${namesOf(sql`said.person_id`)}) as named on true`.execute(tx)
  return rows
    .flatMap((row) => {
      const exitOn = day(row.exit_on)
      const exit = { exitOn, reason: row.reason ?? 'withheld', answers: row.answers, stops: stopsOf(row.stops) } as const
      return followUpsOf(law, exit, today).map((each) => ({
        ...each,
        exitOn,
        stayId: row.stay_id,
        personName: nameOf(row),
        siaeName: row.siae_name,
      }))
    })
    .toSorted((a, b) => a.dueOn - b.dueOn || (a.personName ?? '').localeCompare(b.personName ?? '', 'fr') || a.horizon - b.horizon)
}
