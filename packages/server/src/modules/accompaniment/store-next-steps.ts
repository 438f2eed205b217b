import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { DropReason } from './model.ts'
import type { WaitingStep } from './queries/waiting-step.ts'
import { accompanimentOf } from './tables.ts'

/** What becomes of what an act said would come next. */
export type StepOutcome =
  | { readonly outcome: 'followed'; readonly followingActId: string }
  | { readonly outcome: 'dropped'; readonly reason: DropReason }
  | { readonly outcome: 'moved'; readonly on: CalendarDate; readonly at: string | null }

/** Writes what became of it. Two who press at the same second write the same line: the key of the table refuses the second. */
export async function insertStepOutcome(ctx: Ctx, step: WaitingStep, became: StepOutcome): Promise<void> {
  await accompanimentOf(ctx.tx)
    .insertInto('next_step_outcome')
    .values({
      id: ctx.ids.next(),
      act_id: step.actId,
      rank: step.rank + 1,
      person_id: step.personId,
      organisation_id: step.organisationId,
      noted_by: step.notedBy,
      outcome: became.outcome,
      following_act_id: became.outcome === 'followed' ? became.followingActId : null,
      reason: became.outcome === 'dropped' ? became.reason : null,
      moved_on: became.outcome === 'moved' ? isoDate(became.on) : null,
      moved_at: became.outcome === 'moved' ? became.at : null,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}
