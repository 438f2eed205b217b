import { type CalendarDate, type CentiHours, centiHours, day, type OpenPeriod } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ContractType } from '../model.ts'

/** A contract of a stay, as it is known now. */
export interface StandingContract {
  readonly id: string
  readonly version: number
  readonly type: ContractType
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly weeklyHours: CentiHours | null
  readonly renewed: boolean
}

/** A stay in a structure that was not cancelled, its contracts by their first day. */
export interface StandingStay {
  readonly id: string
  readonly personId: string
  readonly open: OpenPeriod
  readonly contracts: readonly StandingContract[]
  /** Whether hours or an exit rest on it. */
  readonly builtUpon: boolean
}

interface Row {
  id: string
  person_id: string
  entry_day: string
  exit_day: string | null
  built_upon: boolean
  contracts: readonly {
    id: string
    version: number
    type: ContractType
    first: string
    last: string | null
    weekly: number | null
    renewed: boolean
  }[]
}

const dayOrNull = (stored: string | null) => (stored === null ? null : day(stored))

/** Every stay of a structure that the reader may know, with its contracts: what a file of contracts is held against. One statement. */
export async function standingStays({ tx }: Pick<ReadCtx, 'tx'>, siaeId: string): Promise<readonly StandingStay[]> {
  const { rows } = await sql<Row>`
    select stay.id, stay.person_id, stay.entry_day, stay.exit_day,
      stay.exit_day is not null or exists (
        select from hours join hours_version as typed on typed.hours_id = hours.id and typed.superseded_at is null and not typed.cancelled
        where hours.stay_id = stay.id) as built_upon,
      coalesce(jsonb_agg(jsonb_build_object('id', contract.id, 'version', known.version, 'type', known.type, 'first', known.first_day,
        'last', known.last_day, 'weekly', known.weekly_hours, 'renewed', next.id is not null) order by known.first_day, contract.id)
        filter (where known.contract_id is not null), '[]') as contracts
    from siae_stay as stay
    left join contract on contract.stay_id = stay.id
    left join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    left join lateral (
      select renewal.id from contract as renewal
      join contract_version as theirs on theirs.contract_id = renewal.id and theirs.superseded_at is null and not theirs.cancelled
      where renewal.renews = contract.id limit 1) as next on true
    where stay.siae_id = ${siaeId} and stay.cancelled_at is null
    group by stay.id order by stay.entry_day, stay.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    open: { first: day(row.entry_day), last: dayOrNull(row.exit_day) },
    builtUpon: row.built_upon,
    contracts: row.contracts.map(({ first, last, weekly, ...each }) => ({
      ...each,
      firstDay: day(first),
      lastDay: dayOrNull(last),
      weeklyHours: weekly === null ? null : centiHours(weekly),
    })),
  }))
}
