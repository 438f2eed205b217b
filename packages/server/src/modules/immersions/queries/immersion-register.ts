import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Immersion } from '../model.ts'
import { type ImmersionRow, immersionOf } from '../store.ts'

export interface ImmersionLine extends Immersion {
  /** Null once the right to read the person has ended. */
  readonly personName: string | null
  readonly familyKey: string
  /** What a search looks into. */
  readonly searchKey: string
  readonly siaeId: string
  readonly siaeName: string
  readonly unsettled: number
}

/** The immersions of the carrier that touch some days, of the people whom the reader's teams employ, the latest first. One statement. */
export async function immersionRegister(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { first, last }: { readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<readonly ImmersionLine[]> {
  const { rows } = await sql<ImmersionRow & NamedRow & { siae_id: string; siae_name: string; unsettled: string }>`
    select immersion.*, named.*, siae.id as siae_id, siae.name as siae_name,
      (select count(*) from anomaly where anomaly.subject_id = immersion.id and anomaly.resolved_at is null) as unsettled
    from immersion
    join siae_stay as stay on stay.id = immersion.stay_id
    join siae on siae.id = stay.siae_id
    left join lateral (${namesOf(sql`immersion.person_id`)}) as named on true
    where immersion.organisation_id = ${actor?.hat?.organisationId ?? null} and immersion.cancelled_at is null
      and immersion.first_day <= ${isoDate(last)} and immersion.last_day >= ${isoDate(first)}
    order by immersion.first_day desc, immersion.id`.execute(tx)
  return rows.map((row) => ({
    ...immersionOf(row),
    personName: nameOf(row),
    familyKey: row.family_key ?? '',
    searchKey: ` ${row.search_key ?? ''}`,
    siaeId: row.siae_id,
    siaeName: row.siae_name,
    unsettled: Number(row.unsettled),
  }))
}
