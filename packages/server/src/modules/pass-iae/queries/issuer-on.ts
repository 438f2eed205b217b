import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { IssuerMode } from '../model.ts'

/**
 * Who issues the numbers of the rights that begin on a day: a dated setting. Without one, a demonstration issues its own, visibly false,
 * and everywhere else the State does.
 */
export async function issuerOn({ tx }: Pick<ReadCtx, 'tx'>, on: CalendarDate): Promise<IssuerMode> {
  const { rows } = await sql<{ mode: IssuerMode }>`
    select coalesce(
      (select mode from issuer where act = 'pass' and first_day <= ${isoDate(on)} and (last_day is null or last_day >= ${isoDate(on)})),
      (select 'demonstration' from deployment where purpose = 'demonstration'),
      'external') as mode`.execute(tx)
  return rows[0]?.mode ?? 'external'
}
