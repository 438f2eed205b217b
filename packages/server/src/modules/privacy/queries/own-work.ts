import { addDays, type CalendarDate, type CentiHours, centiHours, day, isoDate, type Month, monthOf } from '@maillage/kernel'
import type { Situation } from '@maillage/rules/exits'
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

/** Some days elsewhere, to try a trade. */
export interface OwnImmersion {
  readonly id: string
  readonly host: string | null
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly learnt: string | null
}

/** Work for a client of the structure, which is not named: it may be a household. */
export interface OwnMission {
  readonly id: string
  readonly work: string
  readonly commune: string
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}

/** What the person said of their situation, some months after they left. */
export interface OwnNews {
  readonly horizon: number
  readonly situation: Situation
  readonly on: CalendarDate
}

/** Days noted at work since a month. */
export interface OwnDay {
  readonly on: CalendarDate
  readonly state: 'present' | 'late' | 'absent'
  readonly half: boolean
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
  readonly immersions: readonly OwnImmersion[]
  readonly missions: readonly OwnMission[]
  readonly news: readonly OwnNews[]
  readonly days: readonly OwnDay[]
}

type Dated<Kind extends { first: CalendarDate; last: CalendarDate | null }> = Omit<Kind, 'first' | 'last'> & {
  first: string
  last: string | null
}

interface Row {
  id: string
  siae_name: string
  employer: string
  entry_day: string
  exit_day: string | null
  contracts: readonly { id: string; type: ContractType; first: string; last: string | null; weekly: number | null; post: string | null }[]
  months: readonly { month: string; worked: number | null; paid: number | null }[]
  immersions: readonly (Dated<OwnImmersion> & { last: string })[]
  missions: readonly Dated<OwnMission>[]
  news: readonly (Omit<OwnNews, 'on'> & { on: string })[]
  days: readonly (Omit<OwnDay, 'on'> & { on: string })[]
}

const dayOrNull = (written: string | null) => (written === null ? null : day(written))
const hours = (hundredths: number | null) => (hundredths === null ? null : centiHours(hundredths))

/**
 * Where the person whose space is open works and worked: stays, contracts, and the hours of the months that each structure validated, by row
 * security. The latest first; one statement.
 */
export async function ownWork({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string): Promise<readonly OwnStay[]> {
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
          where hours.stay_id = stay.id group by hours.month) as counted), '[]') as months,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', immersion.id, 'host', host_name, 'first', first_day, 'last', coalesce(ended_on, last_day),
          'learnt', learnt) order by first_day desc)
        from immersion where immersion.stay_id = stay.id and cancelled_at is null), '[]') as immersions,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', mission.id, 'work', mission.work, 'commune', commune.name, 'first', mission.first_day,
          'last', mission.last_day) order by mission.first_day desc)
        from assignment as mission join territory as commune on commune.id = mission.commune_id
        where mission.stay_id = stay.id and mission.cancelled_at is null), '[]') as missions,
      coalesce((
        select jsonb_agg(jsonb_build_object('horizon', said.horizon, 'situation', said.situation, 'on', said.answered_on) order by said.horizon)
        from exit join after_exit_answer as said on said.exit_id = exit.id and said.superseded_at is null
        where exit.stay_id = stay.id), '[]') as news,
      coalesce((
        select jsonb_agg(jsonb_build_object('on', attendance.day, 'state', noted.state, 'half', noted.half is not null) order by attendance.day desc)
        from attendance
        join attendance_version as noted on noted.attendance_id = attendance.id and noted.superseded_at is null and noted.state <> 'withdrawn'
        where attendance.stay_id = stay.id and attendance.day > ${isoDate(addDays(today, -31))}), '[]') as days
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
    immersions: row.immersions.map((each) => ({ ...each, first: day(each.first), last: day(each.last) })),
    missions: row.missions.map((each) => ({ ...each, first: day(each.first), last: dayOrNull(each.last) })),
    news: row.news.map((each) => ({ ...each, on: day(each.on) })),
    days: row.days.map((each) => ({ ...each, on: day(each.on) })),
  }))
}
