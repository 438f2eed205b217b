import { calendarFile } from '../../../platform/documents/calendar.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { download, notFoundReply } from '../../../platform/http/reply.ts'
import { mayAccompany } from '../policy.ts'
import { waitingStep } from '../queries/waiting-step.ts'

/** Neither who nor why: a calendar is often shared, and kept by others than us. */
const TITLE = 'Rendez-vous Maillage'

/** One appointment, for the calendar of whoever reads it. */
export const appointmentFile = memberPage({
  path: '/actes/:id/rendez-vous.ics',
  allowed: mayAccompany,
  async get({ params, actor, read }) {
    const id = recordId(params['id'])
    if (id === undefined) return notFoundReply
    const { step, now } = await read(async (ctx) => ({ step: await waitingStep(ctx, id), now: ctx.now }))
    if (!step || step.on === null) return notFoundReply
    const { actId, on, at } = step
    const event = { id: actId, title: TITLE, on, at, timeZone: actor.hat.timeZone, stamp: now }
    return download('rendez-vous.ics', 'text/calendar; charset=utf-8', calendarFile([event]))
  },
})
