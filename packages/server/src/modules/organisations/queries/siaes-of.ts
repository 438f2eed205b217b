import { isoDate } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { organisationsOf } from '../tables.ts'

/** The structures that an organisation carries and that are not closed, by name. */
export function siaesOf(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  organisationId: string,
): Promise<readonly { id: string; name: string }[]> {
  return organisationsOf(tx)
    .selectFrom('siae')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>=', isoDate(today))]))
    .orderBy('name_key')
    .execute()
}
