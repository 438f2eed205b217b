import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The open structures of the hat's carrier, by name; the one where the actor works first. */
export async function mySiaes({
  tx,
  actor,
  today,
}: Pick<ReadCtx, 'tx' | 'actor' | 'today'>): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const hat = actor?.hat
  if (!hat) return []
  const on = isoDate(today)
  const { rows } = await sql<{ id: string; name: string }>`
    select siae.id, siae.name from siae
    where siae.organisation_id = ${hat.organisationId} and siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})
    order by exists (
      select from unit where unit.siae_id = siae.id and unit.id = any (${[...hat.units]}::uuid[])) desc, siae.name_key`.execute(tx)
  return rows
}
