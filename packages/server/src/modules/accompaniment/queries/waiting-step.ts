import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** What an act said would come next, and that nobody has settled. */
export interface WaitingStep {
  readonly actId: string
  readonly personId: string
  readonly organisationId: string
  readonly notedBy: string
  readonly step: string
  readonly on: CalendarDate | null
  /** `14:30` */
  readonly at: string | null
  /** How many times something was said of it already. */
  readonly rank: number
}

/** What still comes next after an act; undefined when nothing does, or when the act is not for the reader. One statement. */
export async function waitingStep({ tx }: Pick<ReadCtx, 'tx'>, actId: string): Promise<WaitingStep | undefined> {
  const { rows } = await sql<Omit<WaitingStep, 'on'> & { readonly on: string | null }>`
    select act_id as "actId", person_id as "personId", organisation_id as "organisationId", recorded_by as "notedBy", next_step as step,
      due_on::text as on, to_char(due_at, 'HH24:MI') as at, rank
    from next_step_waiting where act_id = ${actId}`.execute(tx)
  const [row] = rows
  return row && { ...row, on: row.on === null ? null : day(row.on) }
}
