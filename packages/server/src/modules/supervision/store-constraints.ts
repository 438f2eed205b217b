import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { SaidBy } from './model-constraints.ts'
import { supervisionOf } from './tables.ts'

export interface NewConstraint {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly sentence: string
  readonly saidBy: SaidBy
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}

export async function insertConstraint(ctx: Ctx, constraint: NewConstraint): Promise<void> {
  const { id, personId, organisationId, sentence, saidBy, first, last } = constraint
  await supervisionOf(ctx.tx)
    .insertInto('work_constraint')
    .values({
      id,
      person_id: personId,
      organisation_id: organisationId,
      sentence,
      said_by: saidBy,
      first_day: isoDate(first),
      last_day: last === null ? null : isoDate(last),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}

/** @returns the person it was about; undefined when it was taken back already, or is not for this actor. */
export async function takeBackConstraint(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await supervisionOf(ctx.tx)
    .updateTable('work_constraint')
    .set({ cancelled_at: ctx.now.toString(), cancelled_by: ctx.actor.accountId })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}
