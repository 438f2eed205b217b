import { type CalendarDate, type CentiHours, centiHours, day, daysOf, isoDate, type Month, type OpenPeriod } from '@maillage/kernel'
import type { ContractType } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../../people/index.ts'
import type { HoursRow } from '../model-months.ts'
import { readsOwnTeamOnly } from '../policy.ts'

export interface MonthContract {
  readonly id: string
  readonly type: ContractType
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly weekly: CentiHours | null
  readonly worksiteId: string | null
}

/** Somebody of a team in a month: their contracts, and the hours written for them, one line for each place of work. */
export interface TeamMember {
  readonly stayId: string
  readonly personId: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly open: OpenPeriod
  /** Those of the month; none when the last one had ended. */
  readonly contracts: readonly MonthContract[]
  /** The end of the last contract before the month, when none covers it. */
  readonly endedOn: CalendarDate | null
  readonly hours: readonly (HoursRow & { readonly by: string | null })[]
}

interface Row {
  stay_id: string
  person_id: string
  birth_name: string | null
  usage_name: string | null
  given_names: string | null
  unit_id: string
  unit_name: string
  entry_day: string
  exit_day: string | null
  contracts: readonly {
    id: string
    type: ContractType
    first: string
    last: string | null
    weekly: number | null
    worksiteId: string | null
  }[]
  ended_on: string | null
  hours: readonly {
    id: string
    worksiteId: string | null
    measure: HoursRow['measure']
    version: number
    paid: number | null
    worked: number | null
    accompaniment: number | null
    clause: number | null
    by: string | null
  }[]
}

const figure = (stored: number | null) => (stored === null ? null : centiHours(stored))
const dayOrNull = (stored: string | null) => (stored === null ? null : day(stored))

/**
 * The people of a structure in a month whom the reader follows, by name, in one statement: those who are in it, those who have hours, and, when asked,
 * those who left in the three months before. Who supervises reads their own team.
 */
export async function monthTeam(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { siaeId, month, withLeavers = false }: { readonly siaeId: string; readonly month: Month; readonly withLeavers?: boolean },
): Promise<readonly TeamMember[]> {
  const { first, last } = daysOf(month)
  const [from, to] = [isoDate(first), isoDate(last)]
  const units = actor?.hat?.units ?? []
  const { rows } = await sql<Row>`
    with present as (
      select stay.id, stay.person_id, stay.unit_id, stay.organisation_id, stay.entry_day, stay.exit_day
      from siae_stay as stay
      where stay.siae_id = ${siaeId} and stay.cancelled_at is null
        and ${actor && readsOwnTeamOnly(actor) ? sql`stay.unit_id = any (${units}::uuid[])` : sql`true`}
        and ((stay.entry_day <= ${to}::date and (stay.exit_day is null or stay.exit_day >= ${from}::date - ${withLeavers ? sql`interval '3 months'` : sql`interval '0'`}))
          or stay.id in (select hours.stay_id from hours where hours.siae_id = ${siaeId} and hours.month = ${from}))
    ),
    signed as (
      select contract.id, contract.stay_id, known.type, known.first_day, least(known.last_day, present.exit_day) as last_day, known.weekly_hours, known.worksite_id
      from present join contract on contract.stay_id = present.id
      join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where known.first_day <= coalesce(least(known.last_day, present.exit_day), known.first_day)
    ),
    covering as (
      select stay_id, jsonb_agg(jsonb_build_object('id', id, 'type', type, 'first', first_day, 'last', last_day, 'weekly', weekly_hours, 'worksiteId', worksite_id)
        order by first_day) as contracts
      from signed where first_day <= ${to} and (last_day is null or last_day >= ${from}) group by stay_id
    ),
    ended as (select stay_id, max(last_day) as ended_on from signed where last_day < ${from} group by stay_id),
    typed as (
      select hours.stay_id, jsonb_agg(jsonb_build_object('id', hours.id, 'worksiteId', hours.worksite_id, 'measure', hours.measure,
        'version', known.version, 'paid', known.paid, 'worked', known.worked, 'accompaniment', known.accompaniment, 'clause', known.clause, 'by', (
          select member.display_name from membership as member
          where member.account_id = known.recorded_by and member.organisation_id = known.organisation_id order by member.first_day desc limit 1))
        order by hours.recorded_at, hours.id) as lines
      from hours join hours_version as known on known.hours_id = hours.id and known.superseded_at is null and not known.cancelled
      where hours.siae_id = ${siaeId} and hours.month = ${from} group by hours.stay_id
    ),
    named as (
      select name.person_id, max(value) filter (where kind = 'birth') as birth_name, max(value) filter (where kind = 'usage') as usage_name,
        max(value) filter (where kind = 'given') as given_names,
        coalesce(max(value_key) filter (where kind = 'usage'), max(value_key) filter (where kind = 'birth')) as family_key,
        max(value_key) filter (where kind = 'given') as given_key
      from person_name as name where name.superseded_at is null and kind <> 'former' and name.person_id in (select person_id from present)
      group by name.person_id
    )
    select present.id as stay_id, present.person_id, named.birth_name, named.usage_name, named.given_names, unit.id as unit_id, unit.name as unit_name,
      present.entry_day, present.exit_day, coalesce(covering.contracts, '[]') as contracts, ended.ended_on, coalesce(typed.lines, '[]') as hours
    from present
    join unit on unit.id = present.unit_id
    left join named on named.person_id = present.person_id
    left join covering on covering.stay_id = present.id
    left join ended on ended.stay_id = present.id
    left join typed on typed.stay_id = present.id
    order by named.family_key nulls last, named.given_key, present.entry_day, present.id`.execute(tx)
  return rows.map((row) => ({
    stayId: row.stay_id,
    personId: row.person_id,
    name: displayName({ birthName: row.birth_name ?? '', usageName: row.usage_name, givenNames: row.given_names ?? '' }),
    unitId: row.unit_id,
    unitName: row.unit_name,
    open: { first: day(row.entry_day), last: dayOrNull(row.exit_day) },
    contracts: row.contracts.map((each) => ({ ...each, first: day(each.first), last: dayOrNull(each.last), weekly: figure(each.weekly) })),
    endedOn: row.contracts.length > 0 ? null : dayOrNull(row.ended_on),
    hours: row.hours.map(({ paid, worked, accompaniment, clause, ...line }) => ({
      ...line,
      stayId: row.stay_id,
      cancelled: false,
      paid: figure(paid),
      worked: figure(worked),
      accompaniment: figure(accompaniment),
      clause: figure(clause),
    })),
  }))
}
