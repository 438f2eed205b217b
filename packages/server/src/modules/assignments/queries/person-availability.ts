import { centiHours } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Availability } from '../model.ts'

interface Row {
  weekly: number | null
  weekdays: number[]
  schedule: string | null
  licence: boolean | null
  vehicle: boolean | null
}

/** What somebody said last to my organisation of when they can work. One statement. */
export async function personAvailability({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<Availability | undefined> {
  const { rows } = await sql<Row>`
    select weekly_hours as weekly, weekdays, schedule, licence, vehicle from availability
    where person_id = ${personId} and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)
    order by recorded_at desc, id desc limit 1`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { weekly, ...said } = row
  return { ...said, weeklyHours: weekly === null ? null : centiHours(weekly) }
}
