import { type CalendarDate, type CentiHours, centiHours, day, type Month, monthOf } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ContractType } from '../../employment/index.ts'

export interface OwnContract {
  readonly id: string
  readonly type: ContractType
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  /** Hours a week, as written in the contract */
  readonly weeklyHours: CentiHours | null
  readonly post: string | null
}

/** The hours of a month that the structure answers for. */
export interface OwnMonth {
  readonly month: Month
  readonly worked: CentiHours | null
  readonly paid: CentiHours | null
}

/** The time spent in one structure, from entry to exit. */
export interface OwnStay {
  readonly id: string
  readonly siaeName: string
  readonly employer: string
  readonly entry: CalendarDate
  readonly exit: CalendarDate | null
  readonly contracts: readonly OwnContract[]
  readonly months: readonly OwnMonth[]
}

interface Row {
  id: string
  siae_name: string
  employer: string
  entry_day: string
  exit_day: string | null
  contracts: readonly { id: string; type: ContractType; first: string; last: string | null; weekly: number | null; post: string | null }[]
  months: readonly { month: string; worked: number | null; paid: number | null }[]
}

const dayOrNull = (written: string | null) => (written === null ? null : day(written))
const hours = (hundredths: number | null) => (hundredths === null ? null : centiHours(hundredths))

/**
 * Where the person whose space is open works and worked: stays, contracts, and the hours of the months that each structure validated, by row
 * security. The latest first; one statement.
 */
export async function ownWork({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly OwnStay[]> {
  const { rows } = await sql<Row>`
    select stay.id, siae.name as siae_name, organisation.name as employer, stay.entry_day, stay.exit_day,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', contract.id, 'type', known.type, 'first', known.first_day, 'last', known.last_day,
          'weekly', known.weekly_hours, 'post', known.post) order by known.first_day desc)
        from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
        where contract.stay_id = stay.id), '[]') as contracts,
      coalesce((
        select jsonb_agg(jsonb_build_object('month', counted.month, 'worked', counted.worked, 'paid', counted.paid) order by counted.month desc)
        from (
          select hours.month, sum(known.worked) as worked, sum(known.paid) as paid
          from hours join hours_version as known on known.hours_id = hours.id and known.superseded_at is null and not known.cancelled
          where hours.stay_id = stay.id group by hours.month) as counted), '[]') as months
    from siae_stay as stay
    join siae on siae.id = stay.siae_id
    join organisation on organisation.id = stay.organisation_id
    where stay.person_id = ${personId} and stay.cancelled_at is null
    order by stay.entry_day desc, stay.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    siaeName: row.siae_name,
    employer: row.employer,
    entry: day(row.entry_day),
    exit: dayOrNull(row.exit_day),
    contracts: row.contracts.map(({ weekly, first, last, ...each }) => ({
      ...each,
      first: day(first),
      last: dayOrNull(last),
      weeklyHours: hours(weekly),
    })),
    months: row.months.map(({ month, worked, paid }) => ({ month: monthOf(day(month)), worked: hours(worked), paid: hours(paid) })),
  }))
}
