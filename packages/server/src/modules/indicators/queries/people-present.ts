import { day, daysOf, isoDate, type Month, monthOf } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { type AgeBand, COUNTED_CRITERIA } from '../model.ts'

/** Somebody in a structure in a month, and what the figures count of them. */
export interface PersonPresent {
  readonly stayId: string
  readonly personId: string
  readonly month: Month
  readonly sex: 'F' | 'M' | null
  readonly ageBand: AgeBand | null
  /** Null: no diagnosis says it. */
  readonly criteria: readonly string[] | null
  /** The commune where they lived when the month ended; null: nobody said it. */
  readonly homeId: string | null
  /** What criteria of health they had is no longer known. */
  readonly forgotten: boolean
}

type Row = Omit<PersonPresent, 'month'> & { readonly month: string }

/**
 * Who was in a structure in each of these months, stay by stay; read by a job. Age on the first day of the month; criteria of the last diagnosis made
 * before it ended; the home known by then, else the first one known since. One statement.
 */
export async function peoplePresent(
  tx: Tx,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: Month; readonly last: Month },
): Promise<readonly PersonPresent[]> {
  const { rows } = await sql<Row>`
    select stay.id as "stayId", stay.person_id as "personId", each.month::text as month, person.sex,
      case
        when person.birth_precision = 'unknown' then null
        -- Days are compared, never lengths: to PostgreSQL thirty days are a month, and « 25 years 11 months 30 days » is not below 26 years.
        when person.birth_date > each.month - interval '26 years' then 'under-26'
        when person.birth_date > each.month - interval '50 years' then '26-49'
        else '50-plus' end as "ageBand",
      known.criteria, home.commune_id as "homeId", person.forgotten_at is not null as forgotten
    from siae_stay as stay
    join person on person.id = stay.person_id
    join (
      select generate_series(${isoDate(daysOf(first).first)}::date, ${isoDate(daysOf(last).first)}::date, interval '1 month')::date as month
    ) as each on stay.entry_day < each.month + interval '1 month' and (stay.exit_day is null or stay.exit_day >= each.month)
    left join lateral (
      select array(
        select criterion.code from criterion
        where criterion.diagnosis_id = diagnosis.id and criterion.finding = 'established' and criterion.code = any (${COUNTED_CRITERIA as unknown as string[]})
        order by criterion.code) as criteria
      from diagnosis
      where diagnosis.person_id = stay.person_id and diagnosis.made_on < each.month + interval '1 month'
        and (exists (select from criterion where criterion.diagnosis_id = diagnosis.id)
          or (person.forgotten_at is not null and diagnosis.level_1_count + diagnosis.level_2_count > 0))
      order by diagnosis.made_on desc limit 1
    ) as known on true
    left join lateral (
      select said.commune_id
      from contact join contact_version as said on said.contact_id = contact.id
      where contact.person_id = stay.person_id and contact.kind = 'address' and said.commune_id is not null
      order by said.recorded_at < each.month + interval '1 month' desc,
        case when said.recorded_at < each.month + interval '1 month' then said.recorded_at end desc, said.recorded_at
      limit 1
    ) as home on true
    where stay.siae_id = ${siaeId} and stay.cancelled_at is null
    order by each.month, stay.id`.execute(tx)
  return rows.map((row) => ({ ...row, month: monthOf(day(row.month)) }))
}
