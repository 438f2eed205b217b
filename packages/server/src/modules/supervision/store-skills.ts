import { isoDate, normalised } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { Level, Skill } from './model-skills.ts'
import { supervisionOf } from './tables.ts'

const recordedBy = ({ now, actor }: Ctx) => ({ recorded_at: now.toString(), recorded_by: actor.accountId })

/** Adds skills to the list of a structure, but those that it holds already. @returns how many were added or came back. */
export async function insertSkills(
  ctx: Ctx,
  { siaeId, organisationId }: { readonly siaeId: string; readonly organisationId: string },
  skills: readonly Pick<Skill, 'trade' | 'kind' | 'label'>[],
): Promise<number> {
  const { numInsertedOrUpdatedRows } = await supervisionOf(ctx.tx)
    .insertInto('skill')
    .values(
      skills.map(({ trade, kind, label }) => ({
        id: ctx.ids.next(),
        organisation_id: organisationId,
        siae_id: siaeId,
        trade,
        kind,
        label,
        label_key: normalised(label),
        ...recordedBy(ctx),
      })),
    )
    .onConflict((already) =>
      already.columns(['siae_id', 'trade', 'label_key']).doUpdateSet({ retired_on: null }).where('skill.retired_on', 'is not', null),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

/** Nobody is seen doing it from now on; what was seen stays. @returns false when it was retired already. */
export async function retireSkill(ctx: Ctx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await supervisionOf(ctx.tx)
    .updateTable('skill')
    .set({ retired_on: isoDate(ctx.today) })
    .where('id', '=', id)
    .where('retired_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes back what the actor saw of somebody today. */
export async function takeBackToday(
  ctx: Ctx,
  { personId, skillId }: { readonly personId: string; readonly skillId: string },
): Promise<void> {
  await supervisionOf(ctx.tx)
    .updateTable('skill_sighting')
    .set({ cancelled_at: ctx.now.toString(), cancelled_by: ctx.actor.accountId })
    .where('person_id', '=', personId)
    .where('skill_id', '=', skillId)
    .where('seen_on', '=', isoDate(ctx.today))
    .where('recorded_by', '=', ctx.actor.accountId)
    .where('cancelled_at', 'is', null)
    .execute()
}

export async function insertSighting(
  ctx: Ctx,
  seen: { readonly personId: string; readonly organisationId: string; readonly skillId: string; readonly level: Level },
): Promise<string> {
  const id = ctx.ids.next()
  await supervisionOf(ctx.tx)
    .insertInto('skill_sighting')
    .values({
      id,
      person_id: seen.personId,
      organisation_id: seen.organisationId,
      skill_id: seen.skillId,
      level: seen.level,
      seen_on: isoDate(ctx.today),
      ...recordedBy(ctx),
    })
    .execute()
  return id
}
