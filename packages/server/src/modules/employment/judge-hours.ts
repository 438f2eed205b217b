import { type CentiHours, centiHours, day, daysOf, isoDate, type Law, type Month, monthOf, type SiaeKind, sumHours } from '@maillage/kernel'
import type { Anomaly } from '@maillage/rules'
import {
  type Contract,
  type ContractType,
  type EmploymentAnomaly,
  hoursThatCount,
  monthAnomalies,
  monthMaximumAnomalies,
} from '@maillage/rules/employment'
import type { HeldPass } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
import { keepAnomaliesOf } from '../../platform/anomalies/keep-anomalies.ts'
import type { Ids } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { heldPassesOf } from '../pass-iae/index.ts'
import { type BirthColumns, birthIn } from './birth-in.ts'

/** What looking at hours needs: a command has it, and so has a job. */
export interface Judging {
  readonly tx: Tx
  readonly law: Law
  readonly now: Temporal.Instant
  readonly ids: Ids
  /** A job knows no birth: what depends on it is left as it is. */
  readonly withoutBirths?: boolean
}

interface Row extends BirthColumns {
  person_id: string
  organisation_id: string
  kind: SiaeKind
  /** The first hours of the stay in that month: what an anomaly is about, whatever becomes of the others. */
  subject_id: string
  month: string
  contracts: readonly { type: ContractType; first: string; last: string | null }[]
  hours: readonly { paid: number | null; worked: number | null }[]
}

/** The only rule here that depends on the age. */
const OF_AGE: EmploymentAnomaly = 'employment/month-maximum-passed'

const asContract = ({ type, first, last }: Row['contracts'][number]): Contract => ({
  type,
  first: day(first),
  last: last === null ? null : day(last),
  signedOn: null,
  renewal: false,
  weekly: [],
})

/** What somebody did in the month: the hours that the aid counts, or else those that are known. */
function doneIn(law: Law, { kind, hours }: Row, month: Month): CentiHours {
  return sumHours(
    hours.map(({ paid, worked }) => {
      const known = { paid: paid === null ? null : centiHours(paid), worked: worked === null ? null : centiHours(worked) }
      const counted = hoursThatCount(law, kind, month, known)
      return (counted.state === 'counted' ? counted.hours : 0) || known.worked || known.paid || centiHours(0)
    }),
  )
}

function found(law: Law, row: Row, held: readonly HeldPass[]): readonly Anomaly<EmploymentAnomaly>[] {
  const month = monthOf(day(row.month))
  const birth = birthIn(row)
  const worked = sumHours(row.hours.map((each) => centiHours(each.worked ?? 0)))
  // The right of that month is the last that had begun: one that had ended before it says so.
  const right = held.findLast(({ pass }) => pass.first <= daysOf(month).last) ?? held[0] ?? null
  const more = birth ? { birth } : {}
  return [
    ...monthAnomalies(law, {
      worked: { month, hours: doneIn(law, row, month) },
      contracts: row.contracts.map(asContract),
      held: right,
      ...more,
    }),
    ...monthMaximumAnomalies(law, { month, worked, ...more }),
  ]
}

/**
 * Looks again at hours: what the law says otherwise is opened, what no longer holds is closed. Nothing is refused: the hours were worked. Called in the
 * transaction of whatever changed them, their contracts or the right of the person.
 */
export async function judgeHours(
  { tx, law, now, ids, withoutBirths = false }: Judging,
  asked: { readonly siaeId?: string; readonly month?: Month; readonly stayIds?: readonly string[]; readonly personId?: string },
): Promise<void> {
  const { siaeId, month, stayIds, personId } = asked
  const { rows } = await sql<Row>`
    select stay.person_id, stay.organisation_id, stay.kind, hours.month, min(hours.id::text) as subject_id,
      ${withoutBirths ? sql`null as birth_date, 'unknown' as birth_precision` : sql`person.birth_date, person.birth_precision`},
      coalesce(jsonb_agg(jsonb_build_object('paid', known.paid, 'worked', known.worked)) filter (where not known.cancelled), '[]') as hours,
      coalesce((
        select jsonb_agg(jsonb_build_object('type', signed.type, 'first', signed.first_day, 'last', least(signed.last_day, stay.exit_day)))
        from contract join contract_version as signed on signed.contract_id = contract.id and signed.superseded_at is null and not signed.cancelled
        where contract.stay_id = stay.id and signed.first_day <= coalesce(least(signed.last_day, stay.exit_day), signed.first_day)), '[]') as contracts
    from hours
    join hours_version as known on known.hours_id = hours.id and known.superseded_at is null
    join siae_stay as stay on stay.id = hours.stay_id
    ${withoutBirths ? sql`` : sql`left join person on person.id = stay.person_id`}
    where ${siaeId === undefined ? sql`true` : sql`hours.siae_id = ${siaeId}`}
      and ${month === undefined ? sql`true` : sql`hours.month = ${isoDate(daysOf(month).first)}`}
      and ${stayIds === undefined ? sql`true` : sql`hours.stay_id = any (${stayIds}::uuid[])`}
      and ${personId === undefined ? sql`true` : sql`hours.person_id = ${personId}`}
    group by stay.id, hours.month${withoutBirths ? sql`` : sql`, person.id`}`.execute(tx)
  if (rows.length === 0) return
  const held = await heldPassesOf({ tx }, [...new Set(rows.map(({ person_id }) => person_id))])
  const judged = (row: Row) => found(law, row, held.get(row.person_id) ?? []).filter(({ code }) => !withoutBirths || code !== OF_AGE)
  await keepAnomaliesOf(
    { tx, now, ids },
    { table: 'hours', resolution: 'facts-changed', elsewhere: withoutBirths ? [OF_AGE] : [] },
    rows.map((row) => ({ id: row.subject_id, organisationId: row.organisation_id, since: day(row.month), found: judged(row) })),
  )
}
