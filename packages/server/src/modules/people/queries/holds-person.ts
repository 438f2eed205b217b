import { isoDate } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Circle } from '../model.ts'
import { peopleOf } from '../tables.ts'

/**
 * Whether the actor has a right on a person today, in one circle or in any; row security keeps it to their own teams.
 * @example if (!(await holdsPerson(ctx, personId, 'referent'))) return notFound()
 */
export async function holdsPerson({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string, circle?: Circle): Promise<boolean> {
  const held = peopleOf(tx)
    .selectFrom('person_access')
    .select('id')
    .where('person_id', '=', personId)
    .where('starts_on', '<=', isoDate(today))
    .where('ends_on', '>=', isoDate(today))
  const row = await (circle === undefined ? held : held.where('circle', '=', circle)).limit(1).executeTakeFirst()
  return row !== undefined
}
