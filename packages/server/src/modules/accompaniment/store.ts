import { isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { Act } from './model.ts'
import { accompanimentOf } from './tables.ts'

export type NewAct = Omit<Act, 'recordedBy' | 'author' | 'waiting' | 'nextAt' | 'actionId' | 'partnerId' | 'partner'> & {
  readonly nextAt?: string | null
  readonly partnerId?: string | null
  readonly actionId?: string | null
}

/** Notes acts, all in one statement. */
export async function insertActs(ctx: Ctx, acts: readonly NewAct[]): Promise<void> {
  await accompanimentOf(ctx.tx)
    .insertInto('accompaniment_act')
    .values(
      acts.map((act) => ({
        id: act.id,
        person_id: act.personId,
        organisation_id: act.organisationId,
        workshop_id: act.workshopId,
        partner_id: act.partnerId ?? null,
        kind: act.kind,
        mission: act.mission,
        happened_on: isoDate(act.happenedOn),
        minutes: act.minutes,
        purpose: act.purpose,
        next_step: act.nextStep,
        next_on: act.nextOn === null ? null : isoDate(act.nextOn),
        next_at: act.nextAt ?? null,
        action_id: act.actionId ?? null,
        recorded_at: ctx.now.toString(),
        recorded_by: ctx.actor.accountId,
      })),
    )
    .execute()
}

/** @returns false when it was taken back already. */
export async function takeBack(ctx: Ctx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await accompanimentOf(ctx.tx)
    .updateTable('accompaniment_act')
    .set({ cancelled_at: ctx.now.toString(), cancelled_by: ctx.actor.accountId })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
