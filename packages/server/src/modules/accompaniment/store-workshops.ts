import { isoDate, normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { emitEvents } from '../../platform/events/emit-event.ts'
import { purposeOf, type Workshop } from './model-workshops.ts'
import { insertActs } from './store.ts'
import { workshopsOf } from './tables-workshops.ts'

export type NewWorkshop = Omit<Workshop, 'recordedBy' | 'author'>

export async function insertWorkshop(ctx: Ctx, workshop: NewWorkshop): Promise<void> {
  await workshopsOf(ctx.tx)
    .insertInto('workshop')
    .values({
      id: workshop.id,
      organisation_id: workshop.organisationId,
      theme: workshop.theme,
      theme_key: normalised(workshop.theme),
      mission: workshop.mission,
      happened_on: isoDate(workshop.happenedOn),
      minutes: workshop.minutes,
      purpose: workshop.purpose,
      next_step: workshop.nextStep,
      next_on: workshop.nextOn === null ? null : isoDate(workshop.nextOn),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}

/** Writes the act of each of those who were there, and tells it: two statements, however many they are. */
export async function insertPresent(ctx: Ctx, workshop: NewWorkshop, [first, ...others]: readonly [string, ...string[]]): Promise<void> {
  const { id, organisationId, mission, happenedOn, minutes, nextStep, nextOn } = workshop
  const actOf = (personId: string) => ({
    id: ctx.ids.next(),
    personId,
    organisationId,
    workshopId: id,
    kind: 'workshop' as const,
    mission,
    happenedOn,
    minutes,
    purpose: purposeOf(workshop),
    nextStep,
    nextOn,
  })
  const noted = (act: ReturnType<typeof actOf>) =>
    ({ type: 'accompaniment/act-recorded', version: 1, subjectId: act.id, ids: { act: act.id, person: act.personId } }) as const
  const [act, ...acts] = [actOf(first), ...others.map(actOf)] as const
  await insertActs(ctx, [act, ...acts])
  await emitEvents(ctx, [noted(act), ...acts.map(noted)])
}

/** Takes back a workshop and the act of everybody who was there. @returns false when it was taken back already. */
export async function takeBackWorkshop(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select take_back_workshop(${id}, ${ctx.now.toString()}) as done`.execute(ctx.tx)
  return rows[0]?.done === true
}
