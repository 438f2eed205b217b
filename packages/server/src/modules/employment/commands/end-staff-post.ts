import { day, frenchDate, granted, isoDate } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepStaff } from '../policy.ts'
import { employmentOf } from '../tables.ts'

const schema = z.object({
  postId: z.uuid(),
  version: z.coerce.number().int().positive(),
  lastDay: z.iso.date('Saisissez le dernier jour du poste').transform(day),
})

/** A permanent post ends; other hours are another post from the next day. */
export const endStaffPost = command({
  name: 'employment/end-staff-post',
  runsAs: 'app',
  schema,
  async run(ctx, { postId, version, lastDay }) {
    const post = await employmentOf(ctx.tx).selectFrom('staff_post').selectAll().where('id', '=', postId).executeTakeFirst()
    if (!post) return notFound()
    if (!mayKeepStaff(ctx.actor, { organisationId: post.organisation_id })) return refuse('employment/staff-not-yours')
    if (post.last_day !== null) return refuse('employment/post-ended', { on: frenchDate(day(post.last_day)) })
    if (lastDay < day(post.first_day)) return refuse('employment/post-ends-before-it-begins', {}, 'lastDay')
    const { numUpdatedRows } = await employmentOf(ctx.tx)
      .updateTable('staff_post')
      .set({ last_day: isoDate(lastDay), version: version + 1 })
      .where('id', '=', postId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'employment/staff-post-ended', version: 1, subjectId: postId, ids: { siaeId: post.siae_id, postId } })
    return granted({ postId, siaeId: post.siae_id })
  },
  trace: ({ postId }, { siaeId }) => ({ subjects: { siae: siaeId, post: postId }, fields: ['lastDay'] }),
})
