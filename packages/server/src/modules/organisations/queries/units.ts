import { isoDate, type OpenPeriod } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { UnitKind } from '../model.ts'
import { openOf } from '../tables.ts'

export interface UnitLine {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly siaeName: string | null
  readonly open: OpenPeriod
  /** People in it today; a person with two hats there counts once. */
  readonly memberCount: number
}

/** The teams and agencies of one's organisation that are not closed, by structure then by name; one statement. */
export async function units({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, organisationId: string): Promise<readonly UnitLine[]> {
  const on = isoDate(today)
  const { rows } = await sql<{
    id: string
    name: string
    kind: UnitKind
    siae_name: string | null
    first_day: string
    last_day: string | null
    member_count: string
  }>`
    select unit.id, unit.name, unit.kind, siae.name as siae_name, unit.first_day, unit.last_day, (
        select count(distinct membership.account_id)
        from membership_unit as place join membership on membership.id = place.membership_id
        where place.unit_id = unit.id and place.first_day <= ${on} and (place.last_day is null or place.last_day >= ${on})) as member_count
    from unit left join siae on siae.id = unit.siae_id
    where unit.organisation_id = ${organisationId} and (unit.last_day is null or unit.last_day >= ${on})
    order by siae.name_key nulls first, unit.name`.execute(tx)
  return rows.map(({ id, name, kind, siae_name, first_day, last_day, member_count }) => ({
    id,
    name,
    kind,
    siaeName: siae_name,
    open: openOf({ first_day, last_day }),
    memberCount: Number(member_count),
  }))
}
