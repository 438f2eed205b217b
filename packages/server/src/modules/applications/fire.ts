import { granted, type Outcome } from '@maillage/kernel'
import { type ApplicationRefusalReason, judgeTransition, type TransitionName } from '@maillage/rules/applications'
import type { Ctx } from '../../platform/command/context.ts'
import { emitEvent } from '../../platform/events/emit-event.ts'
import { refuse } from './messages.fr.ts'
import type { Application } from './model.ts'
import { writeMove } from './store.ts'

const FIELDS: Readonly<Record<string, string>> = {
  'applications/reason-missing': 'reason',
  'applications/reason-not-offered': 'reason',
  'applications/answer-missing': 'answer',
}

export interface Shot {
  readonly transition: TransitionName
  readonly reason?: ApplicationRefusalReason
  readonly answer?: string
  readonly memberOfDestination?: boolean
}

/** Makes an application pass from its state to another on behalf of the structure that received it: the rules say whether it may. */
export async function fire(ctx: Ctx, application: Application, shot: Shot): Promise<Outcome<Application>> {
  const { state, lastMovedOn } = application
  const judged = judgeTransition(ctx.law, { ...shot, state, lastMovedOn, actor: 'receiver', receiver: 'siae', on: ctx.today })
  if (!judged.ok) {
    return { ok: false, refusals: judged.refusals.map((each) => ({ ...each, ...(FIELDS[each.code] ? { field: FIELDS[each.code] } : {}) })) }
  }
  const { to } = judged.value
  const { transition, reason, answer } = shot
  const writing = { ...ctx, recordedBy: ctx.actor.accountId, nextId: () => ctx.ids.next() }
  if (!(await writeMove(writing, application, { transition, to, actor: 'receiver', on: ctx.today, reason, answer: answer || undefined })))
    return refuse('platform/stale')
  const ids = { application: application.id, person: application.personId, siae: application.siaeId }
  await emitEvent(ctx, { type: 'applications/moved', version: 1, subjectId: application.id, ids })
  return granted({ ...application, state: to, version: application.version + 1 })
}
