import { type CalendarDate, isoDate, type OpenPeriod } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { isOpen, type Role } from '../model.ts'
import { openOf } from '../tables.ts'

/** A hat of a member, with the teams it is in today. */
export interface MemberHat {
  readonly membershipId: string
  readonly role: Role
  readonly open: OpenPeriod
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** A person in an organisation: all their hats there, worn or put away. */
export interface Member {
  readonly accountId: string
  readonly name: string
  readonly hats: readonly MemberHat[]
}

interface Row {
  id: string
  account_id: string
  display_name: string
  role: Role
  first_day: string
  last_day: string | null
  units: readonly { id: string; name: string }[]
}

/** The hats that a member wears on a day. */
export const hatsOn = (member: Member, on: CalendarDate): readonly MemberHat[] => member.hats.filter((hat) => isOpen(hat, on))

/** Everybody who has a hat in an organisation, or had one, by name; row security gives nothing of another's. One statement. */
export async function members({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, organisationId: string): Promise<readonly Member[]> {
  const on = isoDate(today)
  const { rows } = await sql<Row>`
    select membership.id, membership.account_id, membership.display_name, membership.role, membership.first_day, membership.last_day,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', unit.id, 'name', unit.name) order by unit.name)
        from membership_unit as place join unit on unit.id = place.unit_id
        where place.membership_id = membership.id and place.first_day <= ${on}
          and (place.last_day is null or place.last_day > ${on} or place.last_day = membership.last_day)), '[]') as units
    from membership
    where membership.organisation_id = ${organisationId}
    order by membership.display_name, membership.account_id, membership.first_day, membership.role`.execute(tx)
  const people = new Map<string, { accountId: string; name: string; hats: MemberHat[] }>()
  for (const row of rows) {
    const person = people.get(row.account_id) ?? { accountId: row.account_id, name: row.display_name, hats: [] }
    people.set(row.account_id, person)
    const open = openOf(row)
    person.hats.push({ membershipId: row.id, role: row.role, open, units: row.units })
  }
  const collator = new Intl.Collator('fr')
  return [...people.values()].sort((a, b) => collator.compare(a.name, b.name))
}
