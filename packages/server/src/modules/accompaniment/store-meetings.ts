import type { Ctx } from '../../platform/command/context.ts'
import type { Participant } from './model-meetings.ts'
import { meetingsIn } from './tables-meetings.ts'

export async function insertMeeting(
  ctx: Ctx,
  meeting: {
    readonly actId: string
    readonly personId: string
    readonly participants: readonly Participant[]
    readonly agreed: string
  },
): Promise<void> {
  await meetingsIn(ctx.tx)
    .insertInto('tripartite_meeting')
    .values({
      act_id: meeting.actId,
      person_id: meeting.personId,
      organisation_id: ctx.actor.hat?.organisationId ?? '',
      participants: JSON.stringify(meeting.participants),
      agreed: meeting.agreed,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}
